
#include "tests/support/drill_run.h"
#include "backend/api/command_text.h"
#include "backend/control/simulation.h"
#include <cstdio>
#include <cstring>
using namespace sb;
int main(int argc,char**argv){
 for(int i=1;i<argc;++i){ if(!strcmp(argv[i],"-v"))continue;
  auto d=loadDrill(argv[i]); if(!d){printf("%s\n",d.error().what.c_str());continue;}
  HeadlessRequest q; q.config=d->config; q.until=d->until; for(auto&st:d->steps){ if(!st.note.empty()) q.commands.push_back({st.at,AddNote{st.note},Actor::Drill}); q.commands.push_back({st.at,st.command,Actor::Drill});} auto o=runHeadless(q); if(!o){printf("%s\n",o.error().what.c_str());continue;}
  printf("%s hash %016llx\n",argv[i],(unsigned long long)o->stateHash);
  auto& sn=*o->finalSnapshot; for(size_t r=0;r<sn.capacity.size();++r) printf("   r%zu cap %.0f rate %.0f load %.2f alone %.2f warm %.2f refused %llu\n",r,sn.regions[r].capacityHz,sn.regions[r].requestRateHz,sn.capacity[r].loadShare,sn.capacity[r].loadShareIfAlone,sn.capacity[r].cacheWarmth,(unsigned long long)sn.capacity[r].refusedBusy); for(auto&e:o->events) if(e.kind==EventKind::CapacityWarning||e.kind==EventKind::CapacityExceeded||e.kind==EventKind::CapacityRelieved||(argc>2&&!strcmp(argv[argc-1],"-v")&&(e.kind==EventKind::HealthRed||e.kind==EventKind::HealthGreen||e.kind==EventKind::CommandAccepted||e.kind==EventKind::SloBreached||e.kind==EventKind::SloRestored||e.kind==EventKind::AnswersShifted))) printf("  %8.2f %s | %s\n",seconds(e.at),std::string(toString(e.kind)).c_str(),e.note.c_str());
  for(auto&r:test::verdictsOf(*d,*o)) if(!r.passed) printf("  FAILED %s: %s\n",r.name.c_str(),r.evidence.c_str());
 }}
