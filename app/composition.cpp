// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include "backend/control/control_room_impl.h"
#include "ui/shell/main_window.h"

namespace sb {

ControlRoomFactory makeRoomFactory(const std::string& autosaveFolder)
{
    return [autosaveFolder](const RunRequest& request) -> Result<std::unique_ptr<ControlRoom>> {
        if (autosaveFolder.empty())
            return makeControlRoom(request, {});
        const Result<std::string> path = newAutosave(autosaveFolder);
        if (!path)
            return tl::make_unexpected(path.error());
        return makeControlRoom(request, *path);
    };
}

std::unique_ptr<MainWindow> makeWindow(ControlRoomFactory factory, std::unique_ptr<ControlRoom> room)
{
    return std::make_unique<MainWindow>(std::move(factory), std::move(room));
}

} // namespace sb
