// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/exporters.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sb {
namespace {

std::string reason(int error)
{
    const char* advice = error == ENOSPC || error == EDQUOT || error == EFBIG
        ? "; free some space or choose another folder"
        : error == EACCES || error == EPERM || error == EROFS ? "; choose a folder you may write to"
        : error == ENOENT || error == ENOTDIR                 ? "; the folder must exist"
                                                              : "";
    return std::string(std::strerror(error)) + advice;
}

std::string folderOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// A file that exists under its final name only once it is complete.
class PartialFile {
public:
    explicit PartialFile(std::string path)
        : m_path(std::move(path))
    {
    }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;
    ~PartialFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (!m_partial.empty())
            ::unlink(m_partial.c_str());
    }

    Result<> open()
    {
        struct stat existing { };
        if (m_path.empty() || m_path.back() == '/'
            || (::stat(m_path.c_str(), &existing) == 0 && S_ISDIR(existing.st_mode)))
            return fail(Errc::BadInput, "'" + m_path + "' is a folder; name a file in it");
        // A name left by a killed process is skipped, never overwritten.
        for (int attempt = 0; attempt < 100; ++attempt) {
            const std::string name
                = m_path + ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
            m_descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (m_descriptor >= 0) {
                m_partial = name;
                return {};
            }
            if (errno != EEXIST)
                break;
        }
        return fail(Errc::IoFailure, "cannot write in '" + folderOf(m_path) + "': " + reason(errno));
    }

    Result<> write(std::string_view text) const
    {
        while (!text.empty()) {
            const ssize_t written = ::write(m_descriptor, text.data(), text.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return fail(Errc::IoFailure, "cannot write '" + m_path + "': " + reason(errno));
            text.remove_prefix(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<> commit()
    {
        if (::fsync(m_descriptor) != 0)
            return fail(Errc::IoFailure, "cannot write '" + m_path + "': " + reason(errno));
        const int closed = ::close(m_descriptor);
        m_descriptor = -1;
        if (closed != 0 || std::rename(m_partial.c_str(), m_path.c_str()) != 0)
            return fail(Errc::IoFailure, "cannot write '" + m_path + "': " + reason(errno));
        m_partial.clear();
        // Makes the new name durable too; some file systems refuse, and the file is there all the same.
        const int folder = ::open(folderOf(m_path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            (void)::fsync(folder);
            ::close(folder);
        }
        return {};
    }

private:
    std::string m_path;
    std::string m_partial; // empty when there is nothing to remove
    int m_descriptor = -1;
};

} // namespace

Result<> exportToFile(
    ExportFormat format, const std::string& path, const RecordSource& source, const ExportProgress& progress)
{
    PartialFile file(path);
    if (const auto ok = file.open(); !ok)
        return ok;
    const TextSink sink = [&](std::string_view text) { return file.write(text); };
    Result<> written;
    switch (format) {
    case ExportFormat::Csv:
        written = writeCsv(source, sink, progress);
        break;
    case ExportFormat::JsonLines:
        written = writeJsonLines(source, sink, progress);
        break;
    case ExportFormat::Markdown:
        written = writeMarkdown(source, sink, progress);
        break;
    case ExportFormat::Html:
        written = writeHtml(source, sink, progress);
        break;
    case ExportFormat::Json:
        written = writeReportJson(source, sink, progress);
        break;
    case ExportFormat::ChromeTrace:
        written = writeTrace(source, sink, progress);
        break;
    }
    return written ? file.commit() : written;
}

Result<> exportText(const std::string& path, std::string_view text)
{
    PartialFile file(path);
    if (const auto ok = file.open(); !ok)
        return ok;
    if (const auto written = file.write(text); !written)
        return written;
    return file.commit();
}

} // namespace sb
