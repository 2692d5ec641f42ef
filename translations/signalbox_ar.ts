<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en_GB">
<context>
    <name>ActiveFaults</name>
    <message>
        <source>End now</source>
        <translation>إنهاء الآن</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>تجديد</translation>
    </message>
    <message>
        <source>End now: %1</source>
        <translation>إنهاء الآن: %1</translation>
    </message>
    <message>
        <source>Reverses this fault now and checks that nothing of it stays behind.</source>
        <translation>عكس هذا العطل الآن والتحقق من عدم بقاء أي أثر له.</translation>
    </message>
    <message>
        <source>Renew: %1</source>
        <translation>تجديد: %1</translation>
    </message>
    <message>
        <source>Ends the fault and injects it again in the same instant: its %1 begin anew.</source>
        <translation>إنهاء العطل وحقنه مجددًا في اللحظة نفسها: تبدأ مدته (%1) من جديد.</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <extracomment>until a fault ends by itself; %1 is a running clock: &quot;14:18&quot;</extracomment>
        <translation>ينتهي خلال %1</translation>
    </message>
    <message>
        <source>%1, ends in %2</source>
        <extracomment>a fault with its place, then when it ends: &quot;Region outage, Ireland, ends in 14:18&quot;</extracomment>
        <translation>%1، ينتهي خلال %2</translation>
    </message>
</context>
<context>
    <name>BlastRadius</name>
    <message>
        <source>%1 of all requests (%2) fail until they are moved.</source>
        <translation>تفشل نسبة %1 من كل الطلبات (%2) إلى أن تُنقل.</translation>
    </message>
    <message>
        <source>%1 turns red although it answers: %2 of all requests (%3) are moved away.</source>
        <translation>تصير %1 حمراء مع أنها تردّ: تُنقل عنها نسبة %2 من كل الطلبات (%3).</translation>
    </message>
    <message>
        <source>Copies take %1 longer each way; no request goes there.</source>
        <translation>يستغرق النسخ %1 أطول في كل اتجاه؛ ولا طلب يذهب إلى هناك.</translation>
    </message>
    <message>
        <source>%1 of all requests (%2) take longer: %3 more.</source>
        <translation>تستغرق نسبة %1 من كل الطلبات (%2) وقتًا أطول: بزيادة %3.</translation>
    </message>
    <message>
        <source>Writes in %1 fail; reads go on. It has %2 of all requests (%3).</source>
        <translation>تفشل الكتابة في %1 وتستمر القراءة. لديها نسبة %2 من كل الطلبات (%3).</translation>
    </message>
    <message>
        <source>No request fails; from now on writes in %1 have no second copy there.</source>
        <translation>لا طلب يفشل؛ ومن الآن لا تكون للكتابات في %1 نسخة ثانية هناك.</translation>
    </message>
    <message>
        <source>%1 more requests from around %2 (%3 now).</source>
        <translation>طلبات أكثر بنسبة %1 من محيط %2 (الآن %3).</translation>
    </message>
    <message>
        <source>No request fails at once. %1</source>
        <translation>لا طلب يفشل فورًا. %1</translation>
    </message>
    <message>
        <source>Visits: about %1. Cities: %2.</source>
        <extracomment>people hit by a fault; %1 and %2 are counts</extracomment>
        <translation>الزيارات: نحو %1. المدن: %2.</translation>
    </message>
    <message>
        <source>Links hit: %1. Writes without a second copy: %2 (%3, %4).</source>
        <extracomment>counts; %3 is &quot;17 orders&quot;, %4 an amount of money</extracomment>
        <translation>الوصلات المتأثرة: %1. كتابات بلا نسخة ثانية: %2 (%3، %4).</translation>
    </message>
    <message>
        <source>Links hit: %1. Every write has a second copy now.</source>
        <translation>الوصلات المتأثرة: %1. لكل كتابة نسخة ثانية الآن.</translation>
    </message>
    <message>
        <source>No other region can take over.</source>
        <translation>لا منطقة أخرى تستطيع تولي الحمل.</translation>
    </message>
    <message>
        <source>%1 can carry it: %2 of its capacity.</source>
        <translation>تستطيع %1 حمله: %2 من سعتها.</translation>
    </message>
    <message>
        <source>The rest can carry it: %1 would stand at %2 of its capacity.</source>
        <translation>تستطيع البقية حمله: تبلغ %1 نسبة %2 من سعتها.</translation>
    </message>
    <message>
        <source>%1 cannot carry it: %2 of its capacity.</source>
        <translation>لا تستطيع %1 حمله: %2 من سعتها.</translation>
    </message>
    <message>
        <source>The rest cannot carry it: %1 would stand at %2 of its capacity.</source>
        <translation>لا تستطيع البقية حمله: تبلغ %1 نسبة %2 من سعتها.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>%1 answers 403: its API mapping is gone. %2 of requests still go there.</source>
        <translation>منطقة %1 تردّ بالرمز 403: زال ربط API فيها. وما زال %2 من الطلبات يصلها.</translation>
    </message>
    <message>
        <source>%1 answers 403: its API mapping is gone.</source>
        <translation>منطقة %1 تردّ بالرمز 403: زال ربط API فيها.</translation>
    </message>
    <message>
        <source>%1 does not answer. %2 of requests still go there (cached DNS).</source>
        <translation>منطقة %1 لا تردّ. وما زال %2 من الطلبات يصلها (DNS المخزَّن مؤقتًا).</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>منطقة %1 لا تردّ.</translation>
    </message>
    <message>
        <source>%1 has failed: %2.</source>
        <translation>تعطلت منطقة %1: %2.</translation>
    </message>
    <message>
        <source>%1 of %2 checkers red since %3 · answers moved to %4</source>
        <translation>نقاط الفحص الحمراء: %1 من %2 منذ %3 · انتقلت الإجابات إلى %4</translation>
    </message>
    <message>
        <source>%1 of %2 checkers red · answers not moved yet</source>
        <translation>نقاط الفحص الحمراء: %1 من %2 · لم تنتقل الإجابات بعد</translation>
    </message>
    <message>
        <source>%1 is degraded: %2.</source>
        <translation>منطقة %1 متدهورة: %2.</translation>
    </message>
    <message>
        <source>%1 is held out until it is failed back.</source>
        <translation>منطقة %1 مستبعدة حتى تُعاد إلى الخدمة.</translation>
    </message>
    <message>
        <source>Ready to fail back.</source>
        <translation>جاهزة للإعادة إلى الخدمة.</translation>
    </message>
    <message>
        <source>%1 is failing back: %2.</source>
        <translation>تجري إعادة %1 إلى الخدمة: %2.</translation>
    </message>
    <message>
        <source>%1 is kept out of the answers by order: %2.</source>
        <translation>منطقة %1 مُبعَدة عن الإجابات بأمر: %2.</translation>
    </message>
    <message>
        <source>Replication %1: %2.</source>
        <translation>وصلة النسخ المتماثل %1: %2.</translation>
    </message>
    <message>
        <source>The run has stopped.</source>
        <translation>توقف التشغيل.</translation>
    </message>
    <message>
        <source>%1 of requests fail.</source>
        <translation>نسبة الطلبات الفاشلة %1.</translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>List drills</source>
        <translation>سرد التمارين</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>تصدير %1</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>حفظ الجلسة</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>توقع: %1</translation>
    </message>
    <message>
        <source>Compare health checks: %1</source>
        <translation>مقارنة فحوص الصحة: %1</translation>
    </message>
    <message>
        <source>Check the zone file %1</source>
        <translation>فحص ملف النطاق %1</translation>
    </message>
    <message>
        <source>Repeat %1</source>
        <translation>تكرار %1</translation>
    </message>
    <message>
        <source>Read the record %1</source>
        <translation>قراءة السجل %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>رُفض: %1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>رُفض: %1</translation>
    </message>
    <message>
        <source>The drill orders: %1</source>
        <translation>التمرين يأمر: %1</translation>
    </message>
    <message>
        <source>The operator orders: %1</source>
        <translation>المشغِّل يأمر: %1</translation>
    </message>
    <message>
        <source>fault %1 is not active; it was cleared, expired or never injected</source>
        <translation>العطل %1 غير نشط؛ أُزيل أو انتهت مدته أو لم يُحقن قط</translation>
    </message>
    <message>
        <source>no fault is active</source>
        <translation>لا عطل نشط</translation>
    </message>
    <message>
        <source>no fault touches %1; there is nothing to restore</source>
        <translation>لا عطل يمس %1؛ لا شيء للاستعادة</translation>
    </message>
    <message>
        <source>%1 is already active (fault %2); clear it first, or let it expire</source>
        <translation>%1 نشط بالفعل (العطل %2)؛ أزِله أولًا أو انتظر انتهاء مدته</translation>
    </message>
    <message>
        <source>%1 has nothing to act on in this run</source>
        <translation>%1 لا يجد ما يعمل عليه في هذا التشغيل</translation>
    </message>
    <message>
        <source>no other region has a whole copy of the data; without %1&apos;s there would be nothing to rebuild from</source>
        <translation>لا نسخة كاملة من البيانات لدى أي منطقة أخرى؛ ومن دون نسخة %1 لا يبقى ما يُعاد البناء منه</translation>
    </message>
    <message>
        <source>%1 has lost its store %2 times; a run keeps account of no more</source>
        <translation>فقدت %1 مخزنها، عدد المرات: %2؛ ولا يسجل التشغيل أكثر من ذلك</translation>
    </message>
    <message>
        <source>%1 is already being failed back (%2)</source>
        <translation>تجري إعادة %1 إلى الخدمة بالفعل (%2)</translation>
    </message>
    <message>
        <source>%1 is in service; there is nothing to fail back</source>
        <translation>منطقة %1 في الخدمة؛ لا شيء يُعاد إليها</translation>
    </message>
    <message>
        <source>no other region is serving; holding %1 out would leave users with none</source>
        <translation>لا منطقة أخرى في الخدمة؛ واستبعاد %1 يترك المستخدمين بلا منطقة</translation>
    </message>
    <message>
        <source>no fail-back of %1 is running</source>
        <translation>لا تجري إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>%1 is fenced: unfence it first, or its users could not write</source>
        <translation>منطقة %1 معزولة: ارفع عزلها أولًا، وإلا تعذرت الكتابة على مستخدميها</translation>
    </message>
    <message>
        <source>%1 takes no writes: %2</source>
        <translation>منطقة %1 لا تقبل الكتابة: %2</translation>
    </message>
    <message>
        <source>it is down; restore it, or write in another region</source>
        <translation>هي متوقفة؛ استعِدها أو اكتب في منطقة أخرى</translation>
    </message>
    <message>
        <source>an order about %1 is on its way to the voters; try again</source>
        <translation>أمر بشأن %1 في طريقه إلى المصوّتين؛ أعِد المحاولة</translation>
    </message>
    <message>
        <source>%1 is fenced already</source>
        <translation>منطقة %1 معزولة بالفعل</translation>
    </message>
    <message>
        <source>%1 is not fenced</source>
        <translation>منطقة %1 غير معزولة</translation>
    </message>
    <message>
        <source>no other region could take writes; fencing %1 would leave users with none: restore or unfence another region first</source>
        <translation>لا منطقة أخرى تستطيع قبول الكتابة؛ وعزل %1 يترك المستخدمين بلا منطقة: استعِد منطقة أخرى أو ارفع عزلها أولًا</translation>
    </message>
    <message>
        <source>profile as-aws has no server-side fence, as the reference architectures have none: they stop writers at the client; run with profile hardened</source>
        <translation>ملف الإعداد as-aws بلا عزل من جهة الخادم، كما هي حال البنى المرجعية: فهي توقف الكاتبين من جهة العميل؛ شغِّل بملف الإعداد hardened</translation>
    </message>
    <message>
        <source>%1 is the last member: no other one is up with a whole copy of the data; restore another region first</source>
        <translation>منطقة %1 آخر عضو: لا عضو آخر يعمل ولديه نسخة كاملة من البيانات؛ استعِد منطقة أخرى أولًا</translation>
    </message>
    <message>
        <source>%1 is evicted already; it rejoins when it can reach a member</source>
        <translation>منطقة %1 مُقصاة بالفعل؛ وتعود إلى العضوية حين تصل إلى عضو</translation>
    </message>
    <message>
        <source>%1 is up and in touch with other members; only a region that is down or has been silent for %2 can be evicted</source>
        <translation>منطقة %1 تعمل وعلى اتصال بأعضاء آخرين؛ ولا تُقصى إلا منطقة متوقفة أو صامتة منذ %2</translation>
    </message>
    <message>
        <source>no orphan writes of %1 wait</source>
        <translation>لا كتابات يتيمة من %1 بالانتظار</translation>
    </message>
    <message>
        <source>%1 has no whole copy yet to offer them to; wait until it serves writes</source>
        <translation>ليس لدى %1 بعدُ نسخة كاملة لعرضها عليها؛ انتظر حتى تقبل الكتابة</translation>
    </message>
    <message>
        <source>the disk of %1 is full; make room first</source>
        <translation>قرص %1 ممتلئ؛ أفسح مكانًا أولًا</translation>
    </message>
    <message>
        <source>%1 is the writer of the blog already</source>
        <translation>منطقة %1 هي كاتب المدونة بالفعل</translation>
    </message>
    <message>
        <source>the blog&apos;s writer is being changed to %1 already; wait until that has ended</source>
        <translation>يجري نقل كاتب المدونة إلى %1 بالفعل؛ انتظر حتى ينتهي ذلك</translation>
    </message>
    <message>
        <source>%1 is down; name a region that is up</source>
        <translation>منطقة %1 متوقفة؛ سمِّ منطقة تعمل</translation>
    </message>
    <message>
        <source>%1 is evicted; it can be the writer once it has a new copy</source>
        <translation>منطقة %1 مُقصاة؛ ويمكن أن تصير الكاتب متى كانت لديها نسخة جديدة</translation>
    </message>
    <message>
        <source>the present writer, %1, is down and cannot hand over; seize-writer takes the seat without it, and says what is at risk then</source>
        <translation>الكاتب الحالي، %1، متوقف ولا يستطيع التسليم؛ الأمر seize-writer يأخذ موضعه من دونه، ويبيّن حينها المعرّض للخطر</translation>
    </message>
    <message>
        <source>changes of the present writer, %1, do not reach %2; seize-writer takes the seat without it, and says what is at risk then</source>
        <translation>تغييرات الكاتب الحالي، %1، لا تصل إلى %2؛ الأمر seize-writer يأخذ موضعه من دونه، ويبيّن حينها المعرّض للخطر</translation>
    </message>
    <message>
        <source>%1 is out or its copy is not whole; restore it first</source>
        <translation>منطقة %1 منقطعة أو نسختها غير كاملة؛ استعِدها أولًا</translation>
    </message>
    <message>
        <source>the board of %1 is being rebuilt already</source>
        <translation>يُعاد بناء قائمة %1 بالفعل</translation>
    </message>
    <message>
        <source>%1 lacks nothing that %2 holds</source>
        <translation>لا ينقص %1 شيء مما لدى %2</translation>
    </message>
    <message>
        <source>%1 lacks nothing that %2 holds, but for %3 that the rule will bring</source>
        <translation>لا ينقص %1 شيء مما لدى %2، إلا ما ستجلبه القاعدة: %3</translation>
    </message>
    <message>
        <source>a backfill from %1 to %2 is under way; %3 to go</source>
        <translation>يجري نسخ الناقص من %1 إلى %2؛ بقي %3</translation>
    </message>
    <message>
        <source>copying from %1 to %2 is paused by a fault; clear it first</source>
        <translation>النسخ من %1 إلى %2 موقوف بسبب عطل؛ أزِله أولًا</translation>
    </message>
    <message>
        <source>these are the weights already; nothing would change</source>
        <translation>هذه هي الأوزان الحالية؛ لن يتغير شيء</translation>
    </message>
    <message>
        <source>this run&apos;s zone is not published by plans</source>
        <translation>نطاق هذا التشغيل لا يُنشر بالخطط</translation>
    </message>
    <message>
        <source>no other region is healthy, in service and not fenced; the plan would leave users with none</source>
        <translation>لا منطقة أخرى سليمة وفي الخدمة وغير معزولة؛ والخطة تترك المستخدمين بلا منطقة</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is being executed; two plans at once would work against each other</source>
        <translation>الخطة «%1» قيد التنفيذ؛ وخطتان معًا تعمل كل منهما ضد الأخرى</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is not being executed</source>
        <translation>الخطة «%1» ليست قيد التنفيذ</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is paused already</source>
        <translation>الخطة «%1» متوقفة مؤقتًا بالفعل</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is not paused</source>
        <translation>الخطة «%1» ليست متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>all steps of plan &apos;%1&apos; have ended</source>
        <translation>انتهت كل خطوات الخطة «%1»</translation>
    </message>
    <message>
        <source>a step has failed: retry it or skip it</source>
        <translation>فشلت خطوة: أعِد محاولتها أو تخطَّها</translation>
    </message>
    <message>
        <source>no step of the plan is in a state for that</source>
        <translation>لا خطوة من الخطة في حالة تسمح بذلك</translation>
    </message>
    <message>
        <source>step &apos;%1&apos; is not in a state for that</source>
        <translation>الخطوة «%1» ليست في حالة تسمح بذلك</translation>
    </message>
    <message>
        <source>the plan is being rolled back</source>
        <translation>يجري التراجع عن الخطة</translation>
    </message>
    <message>
        <source>it is so already</source>
        <translation>الأمر كذلك بالفعل</translation>
    </message>
    <message>
        <source>this run is not recorded; start it with a recording to save it</source>
        <translation>هذا التشغيل غير مسجَّل؛ ابدأه مع التسجيل لحفظه</translation>
    </message>
    <message>
        <source>safety rule %1 (%2) refuses it: %3. It would pass with %4 in the same call; to do it all the same, override %5 with a reason</source>
        <translation>ترفضه قاعدة الأمان %1 (%2): %3. ويُقبل مع %4 في الاستدعاء نفسه؛ ولتنفيذه رغم ذلك تجاوز %5 مع ذكر السبب</translation>
    </message>
    <message>
        <source>safety rule %1 (%2) refuses it: %3. To do it all the same, override %4 with a reason</source>
        <translation>ترفضه قاعدة الأمان %1 (%2): %3. ولتنفيذه رغم ذلك تجاوز %4 مع ذكر السبب</translation>
    </message>
    <message>
        <source>%1 safety rules refuse it: %2. To do it all the same, override %3 with a reason</source>
        <translation>ترفضه قواعد الأمان (عددها %1): %2. ولتنفيذه رغم ذلك تجاوز %3 مع ذكر السبب</translation>
    </message>
    <message>
        <source>%1 (exactly %2 of %3): %4</source>
        <translation>%1 (بالضبط %2 من %3): %4</translation>
    </message>
    <message>
        <source>%1 (at least %2 of %3): %4</source>
        <translation>%1 (على الأقل %2 من %3): %4</translation>
    </message>
    <message>
        <source>its controls were changed a moment ago, wait %1 more</source>
        <translation>تغيرت مفاتيحها قبل لحظة، انتظر %1 أخرى</translation>
    </message>
    <message>
        <source>nothing would answer: both controls off</source>
        <translation>لن يردّ شيء: كلا المفتاحين موقوف</translation>
    </message>
    <message>
        <source>nothing would answer: all %1 controls off</source>
        <translation>لن يردّ شيء: كل المفاتيح موقوفة (%1)</translation>
    </message>
    <message>
        <source>all would answer at once: both controls on</source>
        <translation>سيردّ الكل معًا: كلا المفتاحين مفعّل</translation>
    </message>
    <message>
        <source>another change of routing controls is under way; it needs three endpoints, in reach: %1; try again</source>
        <translation>يجري تغيير آخر لمفاتيح التوجيه؛ ويلزمه ثلاث نقاط نهاية، والمتاح: %1؛ أعِد المحاولة</translation>
    </message>
    <message>
        <source>a change of routing controls needs three of the cluster&apos;s five endpoints, and only %1 answer: %2</source>
        <translation>تغيير مفتاح توجيه يلزمه ثلاث من نقاط نهاية العنقود الخمس، وعدد ما يردّ منها %1 فقط: %2</translation>
    </message>
    <message>
        <source>the region answers nothing: restore it</source>
        <translation>المنطقة لا تردّ بشيء: استعِدها</translation>
    </message>
    <message>
        <source>its API mapping is missing: restore it</source>
        <translation>ربط API فيها مفقود: استعِده</translation>
    </message>
    <message>
        <source>a green health check</source>
        <translation>فحص صحة أخضر</translation>
    </message>
    <message>
        <source>replication with %1, %2 behind</source>
        <translation>النسخ المتماثل مع %1، التأخر %2</translation>
    </message>
    <message>
        <source>another region to compare its copy with: none is up</source>
        <translation>منطقة أخرى لمقارنة نسختها بها: لا منطقة تعمل</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>بانتظار %1</translation>
    </message>
    <message>
        <source>waiting for replication</source>
        <translation>بانتظار النسخ المتماثل</translation>
    </message>
    <message>
        <source>comparing its copy with the survivors&apos;</source>
        <translation>تقارن نسختها بنسخ المناطق الباقية</translation>
    </message>
    <message>
        <source>%1 % of its answers</source>
        <translation>%1 % من إجاباتها</translation>
    </message>
    <message>
        <source>Fail-back of %1 begins: restore, catch up, verify, ramp %2 %</source>
        <translation>تبدأ إعادة %1 إلى الخدمة: استعادة، استدراك، تحقق، تدرج %2 %</translation>
    </message>
    <message>
        <source>%1 answers and its check is green; %2 changes are still to be exchanged</source>
        <translation>منطقة %1 تردّ وفحصها أخضر؛ تغييرات لم تُتبادل بعد: %2</translation>
    </message>
    <message>
        <source>%1 has caught up; its copy is compared with the others&apos;</source>
        <translation>استدركت %1؛ وتُقارن نسختها بنسخ غيرها</translation>
    </message>
    <message>
        <source>%1 gets %2 % of its natural answers</source>
        <translation>تتلقى %1 نسبة %2 % من إجاباتها الطبيعية</translation>
    </message>
    <message>
        <source>%1 is back in service, %2 after the fail-back began</source>
        <translation>عادت %1 إلى الخدمة، بعد %2 من بدء الإعادة</translation>
    </message>
    <message>
        <source>%1 is held out of the DNS answers; it returns by fail-back only</source>
        <translation>منطقة %1 مستبعدة من إجابات DNS؛ ولا تعود إلا بالإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>%1 of %2 checkers say %3 is healthy</source>
        <translation>نقاط الفحص التي تحكم بسلامة %3: %1 من %2</translation>
    </message>
    <message>
        <source>%1 of %2 checkers say %3 is healthy (%4)</source>
        <translation>نقاط الفحص التي تحكم بسلامة %3: %1 من %2 (%4)</translation>
    </message>
    <message>
        <source>%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed</source>
        <translation>منطقة %1 غير سليمة: نقاط الفحص التي تحكم بالسلامة %2 من %3؛ واللازم أكثر من %4 %</translation>
    </message>
    <message>
        <source>%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed; last failure: %5</source>
        <translation>منطقة %1 غير سليمة: نقاط الفحص التي تحكم بالسلامة %2 من %3؛ واللازم أكثر من %4 %؛ آخر فشل: %5</translation>
    </message>
    <message>
        <source>%1 is healthy again: %2 of %3 checkers say healthy; more than %4 % are needed</source>
        <translation>منطقة %1 سليمة مجددًا: نقاط الفحص التي تحكم بالسلامة %2 من %3؛ واللازم أكثر من %4 %</translation>
    </message>
    <message>
        <source>timeout after %1</source>
        <translation>انتهاء المهلة بعد %1</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>الرمز %1</translation>
    </message>
    <message>
        <source>The check of %1 may be wrong: customers there are served, with %2 errors per mille in the last seconds</source>
        <translation>قد يكون فحص %1 مخطئًا: الزبائن هناك مخدومون، ونسبة الأخطاء %2 في الألف في الثواني الأخيرة</translation>
    </message>
    <message>
        <source>DNS answers now name %1</source>
        <translation>إجابات DNS تسمّي الآن %1</translation>
    </message>
    <message>
        <source>DNS answers %1 again</source>
        <translation>إجابات DNS تسمّي %1 مجددًا</translation>
    </message>
    <message>
        <source>DNS begins to answer %1 instead of %2 as cached answers expire</source>
        <translation>تبدأ إجابات DNS تسمية %1 بدل %2 مع انتهاء مدة الإجابات المخزَّنة مؤقتًا</translation>
    </message>
    <message>
        <source>No record is healthy and admitted: the zone fails open and answers as if all were</source>
        <translation>لا سجل سليم ومسموح به: يُفتح النطاق عند الفشل ويردّ كما لو كانت كلها كذلك</translation>
    </message>
    <message>
        <source>%1 may receive %2 % of its natural answers</source>
        <translation>المسموح لمنطقة %1 نسبة %2 % من إجاباتها الطبيعية</translation>
    </message>
    <message>
        <source>held until it is failed back</source>
        <translation>مستبعدة حتى تُعاد إلى الخدمة</translation>
    </message>
    <message>
        <source>failing back, at %1 %</source>
        <translation>تُعاد إلى الخدمة، عند %1 %</translation>
    </message>
    <message>
        <source>a routing control is off</source>
        <translation>مفتاح توجيه موقوف</translation>
    </message>
    <message>
        <source>shifted away</source>
        <translation>حُوّل المرور عنها</translation>
    </message>
    <message>
        <source>dial at %1 %</source>
        <translation>المنظِّم على %1 %</translation>
    </message>
    <message>
        <source>%1: at least %2 of %3</source>
        <translation>%1: على الأقل %2 من %3</translation>
    </message>
    <message>
        <source>%1: exactly %2 of %3</source>
        <translation>%1: بالضبط %2 من %3</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is on</source>
        <translation>مفتاح التوجيه %1 في اللوحة %2 مفعّل</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is off</source>
        <translation>مفتاح التوجيه %1 في اللوحة %2 موقوف</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is on: %3</source>
        <translation>مفتاح التوجيه %1 في اللوحة %2 مفعّل: %3</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is off: %3</source>
        <translation>مفتاح التوجيه %1 في اللوحة %2 موقوف: %3</translation>
    </message>
    <message>
        <source>New connections move from %1 to %2; by city they now go to: %3</source>
        <translation>تنتقل الاتصالات الجديدة من %1 إلى %2؛ ووجهتها الآن حسب المدينة: %3</translation>
    </message>
    <message>
        <source>Edges asked %1 because %2 failed: %3 requests in the last second</source>
        <translation>سألت الحواف %1 لأن %2 متعطلة: الطلبات في الثانية الأخيرة %3</translation>
    </message>
    <message>
        <source>%1 is asked for %2 % of what it can do</source>
        <translation>يُطلب من %1 نسبة %2 % مما تستطيعه</translation>
    </message>
    <message>
        <source>%1 has room again after %2; it refused %3 requests; %4 % of what came were repeats</source>
        <translation>في %1 متسع مجددًا بعد %2؛ الطلبات التي رفضتها: %3؛ ونسبة المكرر مما وصل %4 %</translation>
    </message>
    <message>
        <source>%1 will be full in %2: growing demand asks it for up to %3 % of what it can do</source>
        <translation>تمتلئ %1 خلال %2: الطلب المتزايد يبلغ حتى %3 % مما تستطيعه</translation>
    </message>
    <message>
        <source>Refused: the enactor in %1 would have put version %2 over version %3 for %4</source>
        <translation>رُفض: كان المنفّذ في %1 سيضع الإصدار %2 فوق الإصدار %3 للاسم %4</translation>
    </message>
    <message>
        <source>The name of %1 has no address any more: version %2 was in force and has been cleaned up as outdated</source>
        <translation>لم يعد لاسم %1 أي عنوان: كان الإصدار %2 ساريًا ثم حُذف لتقادمه</translation>
    </message>
    <message>
        <source>%1 will be full in %2: answers that move ask it for up to %3 % of what it can do</source>
        <translation>تمتلئ %1 خلال %2: الإجابات المنتقلة إليها تطلب حتى %3 % مما تستطيعه</translation>
    </message>
    <message>
        <source>Health check %1 (%2) is healthy</source>
        <translation>فحص الصحة %1 (%2) سليم</translation>
    </message>
    <message>
        <source>Health check %1 (%2) is unhealthy</source>
        <translation>فحص الصحة %1 (%2) غير سليم</translation>
    </message>
    <message>
        <source>%1 is healthy again: its records are judged by health check %2 (%3)</source>
        <translation>منطقة %1 سليمة مجددًا: يُحكم على سجلاتها بفحص الصحة %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is unhealthy: its records are judged by health check %2 (%3)</source>
        <translation>منطقة %1 غير سليمة: يُحكم على سجلاتها بفحص الصحة %2 (%3)</translation>
    </message>
    <message>
        <source>no enactor changes a name whose plan it cannot find, until the zone is republished</source>
        <translation>لا يغيّر أي منفّذ اسمًا لا يجد خطته، إلى أن يُعاد نشر النطاق</translation>
    </message>
    <message>
        <source>An old plan is in force for %1: the enactor in %2 put version %3 over version %4, %5 after it was made</source>
        <translation>خطة قديمة سارية للاسم %1: وضع المنفّذ في %2 الإصدار %3 فوق الإصدار %4، بعد %5 من إعداده</translation>
    </message>
    <message>
        <source>Every DNS edge answers by version %1 of the zone</source>
        <translation>كل حافة DNS تجيب وفق الإصدار %1 من النطاق</translation>
    </message>
    <message>
        <source>The name of %1 has its addresses again: version %2 was put in force by hand</source>
        <translation>عادت العناوين إلى اسم %1: وُضع الإصدار %2 موضع التنفيذ يدويًا</translation>
    </message>
    <message>
        <source>Region outage, %1</source>
        <translation>انقطاع المنطقة، %1</translation>
    </message>
    <message>
        <source>API mapping removed, %1</source>
        <translation>إزالة ربط API، %1</translation>
    </message>
    <message>
        <source>Replication paused, %1</source>
        <translation>إيقاف النسخ المتماثل، %1</translation>
    </message>
    <message>
        <source>Link cut, %1 and %2</source>
        <translation>قطع الوصلة، %1 و%2</translation>
    </message>
    <message>
        <source>Latency of %1 added, %2</source>
        <translation>إضافة تأخير %1، %2</translation>
    </message>
    <message>
        <source>Region destroyed, %1</source>
        <translation>تدمير المنطقة، %1</translation>
    </message>
    <message>
        <source>Health path failing, %1</source>
        <translation>تعطل مسار الصحة، %1</translation>
    </message>
    <message>
        <source>Gray failure of %1 of the requests, %2</source>
        <translation>عطل رمادي في %1 من الطلبات، %2</translation>
    </message>
    <message>
        <source>Traffic surge of %1, %2</source>
        <translation>طفرة مرور %1، %2</translation>
    </message>
    <message>
        <source>Disk returns damaged data, %1</source>
        <translation>القرص يعيد بيانات تالفة، %1</translation>
    </message>
    <message>
        <source>Disk full, %1</source>
        <translation>امتلاء القرص، %1</translation>
    </message>
    <message>
        <source>Plan enactor stalled, %1</source>
        <translation>توقف منفّذ الخطط، %1</translation>
    </message>
    <message>
        <source>Copying of objects paused, %1 to %2, from %3 on</source>
        <translation>إيقاف نسخ الكائنات، من %1 إلى %2، بدءًا من %3</translation>
    </message>
    <message>
        <source>%1; expires by itself after %2</source>
        <translation>%1؛ ينتهي من تلقائه بعد %2</translation>
    </message>
    <message>
        <source>%1: expired after %2</source>
        <translation>%1: انتهت مدته بعد %2</translation>
    </message>
    <message>
        <source>%1: cleared after %2</source>
        <translation>%1: أُزيل بعد %2</translation>
    </message>
    <message>
        <source>No residue: every switch and link reads as before the first fault</source>
        <translation>لا أثر باقٍ: كل مفتاح ووصلة كما كان قبل أول عطل</translation>
    </message>
    <message>
        <source>No residue: every switch and link reads as the remaining faults imply</source>
        <translation>لا أثر باقٍ: كل مفتاح ووصلة على ما تقتضيه الأعطال الباقية</translation>
    </message>
    <message>
        <source>Phase: detect</source>
        <translation>المرحلة: الكشف</translation>
    </message>
    <message>
        <source>Phase: decide</source>
        <translation>المرحلة: القرار</translation>
    </message>
    <message>
        <source>Phase: act</source>
        <translation>المرحلة: التصرف</translation>
    </message>
    <message>
        <source>Phase: recover</source>
        <translation>المرحلة: التعافي</translation>
    </message>
    <message>
        <source>%1: closed after %2; RTO %3, %4 failed requests; %5 writes were at risk, %6 recovered, %7 overwritten, %8 refused, %9 lost; %10 answers lacked what their visit had seen before, %11 more did and said so</source>
        <translation>%1: أُغلقت بعد %2؛ RTO %3، الطلبات الفاشلة: %4؛ الكتابات التي تعرضت للخطر: %5، المستعاد: %6، المكتوب فوقه: %7، المرفوض: %8، المفقود: %9؛ إجابات نقصها ما رأته زيارتها من قبل: %10، وغيرها نقصها ذلك وصرّحت به: %11</translation>
    </message>
    <message>
        <source>%1: closed after %2; users saw no error; %3 writes were at risk, %4 recovered, %5 overwritten, %6 refused, %7 lost; %8 answers lacked what their visit had seen before, %9 more did and said so</source>
        <translation>%1: أُغلقت بعد %2؛ لم يرَ المستخدمون أي خطأ؛ الكتابات التي تعرضت للخطر: %3، المستعاد: %4، المكتوب فوقه: %5، المرفوض: %6، المفقود: %7؛ إجابات نقصها ما رأته زيارتها من قبل: %8، وغيرها نقصها ذلك وصرّحت به: %9</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 got no answer from %2</source>
        <translation>أول خطأ رآه مستخدم: متسوق في %1 لم يتلق ردًا من %2</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 got status %2 from %3</source>
        <translation>أول خطأ رآه مستخدم: متسوق في %1 تلقى الرمز %2 من %3</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 was told that the name has no address</source>
        <translation>أول خطأ رآه مستخدم: متسوق في %1 قيل له إن الاسم بلا عنوان</translation>
    </message>
    <message>
        <source>%1 of the calls of the last %2 failed; the objective is %3</source>
        <translation>فشلت نسبة %1 من استدعاءات آخر %2؛ والهدف %3</translation>
    </message>
    <message>
        <source>Errors are back under the objective since %1 after the first one; %2 requests failed for their users so far</source>
        <translation>الأخطاء دون الهدف مجددًا منذ %1 بعد أولها؛ الطلبات التي فشلت لمستخدميها حتى الآن: %2</translation>
    </message>
    <message>
        <source>Last error of each city, after the first: half of the %1 affected cities within %2, 95 % within %3, the last after %4</source>
        <translation>آخر خطأ في كل مدينة، بعد الأول: نصف المدن المتأثرة (%1) خلال %2، و95 % خلال %3، وآخرها بعد %4</translation>
    </message>
    <message>
        <source>Order %1 from %2, normally served by %3, was acknowledged by %4</source>
        <translation>الطلبية %1 من %2، وتخدمها عادةً %3، أكدتها %4</translation>
    </message>
    <message>
        <source>Run of %1 with seed %2 and %3 regions</source>
        <translation>تشغيل لمدة %1 بالبذرة %2، المناطق: %3</translation>
    </message>
    <message>
        <source>cart of customer %1</source>
        <translation>سلة الزبون %1</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>الطلبية %1</translation>
    </message>
    <message>
        <source>blog post %1</source>
        <translation>تدوينة %1</translation>
    </message>
    <message>
        <source>coupon %1</source>
        <translation>القسيمة %1</translation>
    </message>
    <message>
        <source>coupon %1 of customer %2</source>
        <translation>القسيمة %1 للزبون %2</translation>
    </message>
    <message>
        <source>stock of book %1</source>
        <translation>مخزون الكتاب %1</translation>
    </message>
    <message>
        <source>rows of the stock of %1 book</source>
        <translation>صفوف مخزون الكتب: %1</translation>
    </message>
    <message>
        <source>rows of the stock of %1 books</source>
        <translation>صفوف مخزون الكتب: %1</translation>
    </message>
    <message>
        <source>%1 in the cart of customer %2</source>
        <translation>%1 في سلة الزبون %2</translation>
    </message>
    <message>
        <source>%1, acknowledged by %2 %3 ago, exists in no other region that is up</source>
        <translation>%1، أكدتها %2 قبل %3، لا توجد في أي منطقة أخرى تعمل</translation>
    </message>
    <message>
        <source>%1 became readable in %2 after %3</source>
        <translation>صارت %1 مقروءة في %2 بعد %3</translation>
    </message>
    <message>
        <source>%1 reached %2 after %3, but a newer version had already won there</source>
        <translation>وصلت %1 إلى %2 بعد %3، لكن إصدارًا أحدث كان قد ربح هناك</translation>
    </message>
    <message>
        <source>%1 reached %2 after %3, but was kept out: it may be written once, and an earlier one was there</source>
        <translation>وصلت %1 إلى %2 بعد %3، لكنها لم تُقبل: لا يجوز أن تُكتب إلا مرة، وكان هناك ما هو أسبق</translation>
    </message>
    <message>
        <source>%1 is lost: the store of %2 was the last that held it, %3 after it was acknowledged</source>
        <translation>فُقدت %1: كان مخزن %2 آخر ما يحملها، بعد %3 من تأكيدها</translation>
    </message>
    <message>
        <source>Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5</source>
        <translation>اكتُشف في %1: كُتب %2 في %3 و%4 دون علم إحداهما بالأخرى؛ %5</translation>
    </message>
    <message>
        <source>Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5 (order not provable: the stamps are closer than clocks are)</source>
        <translation>اكتُشف في %1: كُتب %2 في %3 و%4 دون علم إحداهما بالأخرى؛ %5 (الترتيب غير قابل للإثبات: أختام الوقت أقرب من دقة الساعات)</translation>
    </message>
    <message>
        <source>the later stamp wins, the other version is discarded</source>
        <translation>يربح ختم الوقت اللاحق، ويُسقَط الإصدار الآخر</translation>
    </message>
    <message>
        <source>it may be written once: the earlier stamp stays</source>
        <translation>لا يجوز أن تُكتب إلا مرة: يبقى ختم الوقت الأسبق</translation>
    </message>
    <message>
        <source>the copies merge: what was added without being seen stays, of its quantity the later stamp</source>
        <translation>تُدمج النسختان: يبقى ما أُضيف دون أن يُرى، ومن كميته ختم الوقت اللاحق</translation>
    </message>
    <message>
        <source>A deleted row is back in %1: the change of %2 that it comes from is older than its deletion, whose tombstone had been collected</source>
        <translation>عاد صف محذوف في %1: تغيير %2 الذي جاء منه أقدم من حذفه، وكانت علامة حذفه قد جُمعت</translation>
    </message>
    <message>
        <source>Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 operations wait, %5 more come each second: never drained</source>
        <translation>لا يتقدم النسخ المتماثل من %1 إلى %2؛ عمر أقدم كتابة ناقصة %3؛ العمليات بالانتظار: %4، ويزيدها كل ثانية: %5؛ لن يُصرَّف أبدًا</translation>
    </message>
    <message>
        <source>Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 operations wait, %5 more come each second: drained in %6</source>
        <translation>لا يتقدم النسخ المتماثل من %1 إلى %2؛ عمر أقدم كتابة ناقصة %3؛ العمليات بالانتظار: %4، ويزيدها كل ثانية: %5؛ يُصرَّف خلال %6</translation>
    </message>
    <message>
        <source>Replication %1 to %2 has caught up, at %3 operations per second in the last seconds</source>
        <translation>استدرك النسخ المتماثل من %1 إلى %2، بمعدل %3 عملية في الثانية في الثواني الأخيرة</translation>
    </message>
    <message>
        <source>%1 and %2 hold equal copies of the same writes</source>
        <translation>لدى %1 و%2 نسختان متطابقتان من الكتابات نفسها</translation>
    </message>
    <message>
        <source>%1 and %2 hold different copies of the same writes, in %3 of %4 buckets: %5</source>
        <translation>لدى %1 و%2 نسختان مختلفتان من الكتابات نفسها، المجموعات المختلفة: %3 من %4: %5</translation>
    </message>
    <message>
        <source>The copy in %1 is empty</source>
        <translation>النسخة في %1 فارغة</translation>
    </message>
    <message>
        <source>The copy in %1 is copying</source>
        <translation>النسخة في %1 قيد النسخ</translation>
    </message>
    <message>
        <source>The copy in %1 is catching up</source>
        <translation>النسخة في %1 قيد الاستدراك</translation>
    </message>
    <message>
        <source>The copy in %1 is serving reads</source>
        <translation>النسخة في %1 تخدم القراءة</translation>
    </message>
    <message>
        <source>The copy in %1 is serving writes</source>
        <translation>النسخة في %1 تخدم الكتابة</translation>
    </message>
    <message>
        <source>The disk of %1 can be used again</source>
        <translation>قرص %1 صالح للاستعمال مجددًا</translation>
    </message>
    <message>
        <source>%1 refuses claims of coupons: no two of the three that vote agree in time</source>
        <translation>ترفض %1 مطالبات القسائم: لا يتفق اثنان من المصوّتين الثلاثة في الوقت المحدد</translation>
    </message>
    <message>
        <source>%1 decides about coupons again; it had to refuse %2 claims</source>
        <translation>تبتّ %1 في القسائم مجددًا؛ المطالبات التي اضطرت إلى رفضها: %2</translation>
    </message>
    <message>
        <source>The best-seller board of %1 has been counted anew from the orders and is current</source>
        <translation>أُعيد حساب قائمة الأكثر مبيعًا في %1 من الطلبيات وصارت حديثة</translation>
    </message>
    <message>
        <source>Posts wait in %1: no other region has what it wrote %2 ago, and it acknowledges nothing beyond that bound</source>
        <translation>تنتظر التدوينات في %1: ليس لدى أي منطقة أخرى ما كتبته قبل %2، وهي لا تؤكد شيئًا بعد هذا الحد</translation>
    </message>
    <message>
        <source>Posts wait no longer in %1 for a region within %2</source>
        <translation>لم تعد التدوينات في %1 تنتظر منطقة ضمن %2</translation>
    </message>
    <message>
        <source>%1 is the writer of the blog now, under epoch %2; %3</source>
        <translation>منطقة %1 هي كاتب المدونة الآن، في الحقبة %2؛ %3</translation>
    </message>
    <message>
        <source>it begins in at most %1, when the last lease of %2 is over</source>
        <translation>تبدأ خلال %1 على الأكثر، حين ينتهي آخر إيجار لدى %2</translation>
    </message>
    <message>
        <source>%1 had stopped, and %2 has all that it wrote</source>
        <translation>كانت %1 قد توقفت، ولدى %2 كل ما كتبته</translation>
    </message>
    <message>
        <source>%1 is fenced under epoch %2: its lease lasts for at most %3 more, with about %4 writes at its present rate; whoever moves its users on before then risks as many</source>
        <translation>منطقة %1 معزولة في الحقبة %2: يدوم إيجارها %3 أخرى على الأكثر، ومعها نحو %4 كتابة بمعدلها الحالي؛ ومن ينقل مستخدميها قبل ذلك يعرّض مثلها للخطر</translation>
    </message>
    <message>
        <source>The last lease of %1 is over: it acknowledges no write until it is unfenced</source>
        <translation>انتهى آخر إيجار لدى %1: لا تؤكد أي كتابة حتى يُرفع عزلها</translation>
    </message>
    <message>
        <source>%1 may acknowledge writes again, under epoch %2, as soon as it has a lease</source>
        <translation>يجوز أن تؤكد %1 الكتابات مجددًا، في الحقبة %2، متى حصلت على إيجار</translation>
    </message>
    <message>
        <source>Estimate of the survivors: with %1 %2 to %3 writes are lost; %4 holds its log up to %5, committed %6 ago, and had heard %7 writes in the %8 before that</source>
        <translation>تقدير المناطق الباقية: مع %1 تُفقد من %2 إلى %3 كتابة؛ لدى %4 سجلها حتى %5، المثبَّت قبل %6، وكان قد بلغها %7 كتابة في %8 قبل ذلك</translation>
    </message>
    <message>
        <source>%1 #%2 at %3 ms</source>
        <translation>%1 #%2 عند %3 م.ث</translation>
    </message>
    <message>
        <source>The backfill from %1 to %2 is over, %3 objects; compared by checksum, %4 are equal, %5 differ and %6 are missing in %7</source>
        <translation>انتهى نسخ الناقص من %1 إلى %2، الكائنات: %3؛ وبمقارنة المجاميع التدقيقية: المتطابق %4، والمختلف %5، والناقص %6 في %7</translation>
    </message>
    <message>
        <source>The best-seller board of %1 is rebuilding: it shows nothing until %2 orders are counted anew</source>
        <translation>يُعاد بناء قائمة الأكثر مبيعًا في %1: لا تعرض شيئًا حتى يُعاد حساب الطلبيات (عددها %2)</translation>
    </message>
    <message>
        <source>What the disk of %1 returns does not match the checksums of its tables and logs: nothing of it is served, the store is given up, and a copy of a peer is taken once the disk is sound</source>
        <translation>ما يعيده قرص %1 لا يطابق المجاميع التدقيقية لجداوله وسجلاته: لا يُخدَم منه شيء، ويُتخلى عن المخزن، وتؤخذ نسخة من منطقة نظيرة متى سلم القرص</translation>
    </message>
    <message>
        <source>No object of %1 is late in %2 any more; %3 objects took longer than %4</source>
        <translation>لم يعد أي كائن من %1 متأخرًا في %2؛ الكائنات التي استغرقت أكثر من %4: %3</translation>
    </message>
    <message>
        <source>Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: copying is paused</source>
        <translation>كائنات %1 تنتظر منذ أكثر من %2 الوصول إلى %3، الكائنات المعلّقة: %4؛ النسخ موقوف</translation>
    </message>
    <message>
        <source>Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: the backlog is long</source>
        <translation>كائنات %1 تنتظر منذ أكثر من %2 الوصول إلى %3، الكائنات المعلّقة: %4؛ المتراكم طويل</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; was evaluated: passed</source>
        <translation>قُيّمت الخطة «%1»: نجحت</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is started, for %2</source>
        <translation>بدأت الخطة «%1»، للمنطقة %2</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is started, for %2; warnings: %3</source>
        <translation>بدأت الخطة «%1»، للمنطقة %2؛ تحذيرات: %3</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is inProgress: goes on</source>
        <translation>الخطة «%1» قيد التنفيذ: تمضي</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is pausedByFailedStep: waits: a step has failed; retry it, skip it, or cancel</source>
        <translation>الخطة «%1» متوقفة مؤقتًا: فشلت خطوة؛ أعِد محاولتها أو تخطَّها أو ألغِ الخطة</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is completedMonitoringApplicationHealth: all steps have ended; waits until the application&apos;s alarms are green</source>
        <translation>الخطة «%1» بانتظار الصحة: انتهت كل الخطوات؛ وتنتظر حتى تصير إنذارات التطبيق خضراء</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is pausedByFailedStep: goes on ungraceful</source>
        <translation>الخطة «%1»، المتوقفة مؤقتًا لفشل خطوة، تمضي بتنفيذ قسري</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is completed: actual recovery time %2 (%3 of steps, %4 until the alarms were green), objective %5 met</source>
        <translation>اكتملت الخطة «%1»: زمن التعافي الفعلي %2 (منه %3 للخطوات، و%4 حتى صارت الإنذارات خضراء)، وتحقق الهدف %5</translation>
    </message>
    <message>
        <source>%1 since the first error of a user</source>
        <translation>%1 منذ أول خطأ رآه مستخدم</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is running: begins</source>
        <translation>تبدأ الخطوة «%1» من الخطة «%2»</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is running: begins, ungraceful</source>
        <translation>تبدأ الخطوة «%1» من الخطة «%2» بتنفيذ قسري</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is completed: %3</source>
        <translation>تمت الخطوة «%1» من الخطة «%2»: %3</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is failed: %3</source>
        <translation>فشلت الخطوة «%1» من الخطة «%2»: %3</translation>
    </message>
    <message>
        <source>alarm &apos;%1&apos; is green</source>
        <translation>الإنذار «%1» أخضر</translation>
    </message>
    <message>
        <source>%1 is the writer</source>
        <translation>منطقة %1 هي الكاتب</translation>
    </message>
    <message>
        <source>%1 is in %2 % of the answers</source>
        <translation>منطقة %1 في %2 % من الإجابات</translation>
    </message>
    <message>
        <source>%1 is in service again</source>
        <translation>منطقة %1 في الخدمة مجددًا</translation>
    </message>
    <message>
        <source>the health check of %1 is green</source>
        <translation>فحص صحة %1 أخضر</translation>
    </message>
    <message>
        <source>the most lag is %1 from %2 to %3</source>
        <translation>أكبر تأخر %1 من %2 إلى %3</translation>
    </message>
    <message>
        <source>%1 commits nothing, and the others have all that it wrote</source>
        <translation>لا تثبّت %1 شيئًا، ولدى غيرها كل ما كتبته</translation>
    </message>
    <message>
        <source>nothing to do: %1</source>
        <translation>لا شيء للتنفيذ: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was refused: %2</source>
        <translation>رُفض «%1»: %2</translation>
    </message>
    <message>
        <source>step &apos;%1&apos;: %2</source>
        <translation>الخطوة «%1»: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; would be refused: %2</source>
        <translation>كان سيُرفض «%1»: %2</translation>
    </message>
    <message>
        <source>%1 %2? asked from %3</source>
        <translation>%1 %2؟ السؤال من %3</translation>
    </message>
    <message>
        <source>answer: %1</source>
        <translation>الإجابة: %1</translation>
    </message>
    <message>
        <source>if all were healthy: %1</source>
        <translation>لو كان الكل سليمًا: %1</translation>
    </message>
    <message>
        <source>no answer: the zone has no such record</source>
        <translation>لا إجابة: لا سجل كهذا في النطاق</translation>
    </message>
    <message>
        <source>no answer: nothing applies to the asker, and there is no default</source>
        <translation>لا إجابة: لا شيء ينطبق على السائل، ولا سجل افتراضي</translation>
    </message>
    <message>
        <source>%1 (last resort: nothing was healthy)</source>
        <translation>%1 (الملاذ الأخير: لا شيء كان سليمًا)</translation>
    </message>
    <message>
        <source>%1 (though held: nothing else was healthy)</source>
        <translation>%1 (رغم الاستبعاد: لا شيء غيره كان سليمًا)</translation>
    </message>
    <message>
        <source>%1 (though dialled down: nobody else could carry the rest)</source>
        <translation>%1 (رغم خفض المنظِّم: لا أحد غيره يستطيع حمل الباقي)</translation>
    </message>
    <message>
        <source>%1: as above</source>
        <translation>%1: كما سبق</translation>
    </message>
    <message>
        <source>%1: nothing is healthy, so everything counts as healthy</source>
        <translation>%1: لا شيء سليم، فيُعدّ الكل سليمًا</translation>
    </message>
    <message>
        <source>%1: only held records are healthy, so the hold gives way</source>
        <translation>%1: السجلات السليمة كلها مستبعدة، فيسقط الاستبعاد</translation>
    </message>
    <message>
        <source>%1: only dialled-down records are healthy and not held, so the dial gives way</source>
        <translation>%1: السجلات السليمة غير المستبعدة كلها مخفوضة المنظِّم، فيسقط المنظِّم</translation>
    </message>
    <message>
        <source>%1: nothing applies to the asker, and there is no default</source>
        <translation>%1: لا شيء ينطبق على السائل، ولا سجل افتراضي</translation>
    </message>
    <message>
        <source>%1: nothing healthy</source>
        <translation>%1: لا شيء سليم</translation>
    </message>
    <message>
        <source>drawn: %1</source>
        <translation>القرعة: %1</translation>
    </message>
    <message>
        <source>drawn: %1, all alike</source>
        <translation>القرعة: %1، الكل سواء</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>الوزن %1</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>أساسي</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>ثانوي</translation>
    </message>
    <message>
        <source>default location</source>
        <translation>الموقع الافتراضي</translation>
    </message>
    <message>
        <source>distance unknown</source>
        <translation>المسافة غير معروفة</translation>
    </message>
    <message>
        <source>%1, latency unknown</source>
        <translation>%1، زمن الاستجابة غير معروف</translation>
    </message>
    <message>
        <source>check %1 healthy</source>
        <translation>الفحص %1 سليم</translation>
    </message>
    <message>
        <source>check %1 unhealthy</source>
        <translation>الفحص %1 غير سليم</translation>
    </message>
    <message>
        <source>check %1 healthy (%2 of %3 checkers)</source>
        <translation>الفحص %1 سليم (نقاط الفحص: %2 من %3)</translation>
    </message>
    <message>
        <source>check %1 unhealthy (%2 of %3 checkers)</source>
        <translation>الفحص %1 غير سليم (نقاط الفحص: %2 من %3)</translation>
    </message>
    <message>
        <source>check %1 healthy (nobody has told: counts as healthy)</source>
        <translation>الفحص %1 سليم (لم يبلّغ أحد: يُعدّ سليمًا)</translation>
    </message>
    <message>
        <source>%1, target healthy</source>
        <translation>%1، الوجهة سليمة</translation>
    </message>
    <message>
        <source>%1, target unhealthy</source>
        <translation>%1، الوجهة غير سليمة</translation>
    </message>
    <message>
        <source>target healthy</source>
        <translation>الوجهة سليمة</translation>
    </message>
    <message>
        <source>target unhealthy</source>
        <translation>الوجهة غير سليمة</translation>
    </message>
    <message>
        <source>no check: counts as healthy</source>
        <translation>بلا فحص: يُعدّ سليمًا</translation>
    </message>
    <message>
        <source>%1, admitted to %2 % of askers</source>
        <translation>%1، مسموح به لنسبة %2 % من السائلين</translation>
    </message>
    <message>
        <source>%1, dial at %2 %</source>
        <translation>%1، المنظِّم على %2 %</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>another one is preferred</source>
        <translation>يُفضَّل غيره</translation>
    </message>
    <message>
        <source>not drawn</source>
        <translation>لم تصبه القرعة</translation>
    </message>
    <message>
        <source>weight 0: waits until no other is healthy</source>
        <translation>الوزن 0: ينتظر حتى لا يبقى غيره سليمًا</translation>
    </message>
    <message>
        <source>struck out: unhealthy</source>
        <translation>مشطوب: غير سليم</translation>
    </message>
    <message>
        <source>backed out: nothing healthy behind it</source>
        <translation>رجوع عنه: لا شيء سليم خلفه</translation>
    </message>
    <message>
        <source>struck out: held</source>
        <translation>مشطوب: مستبعد</translation>
    </message>
    <message>
        <source>struck out: the asker is not in its ramp yet</source>
        <translation>مشطوب: السائل ليس ضمن تدرجه بعد</translation>
    </message>
    <message>
        <source>does not apply to the asker</source>
        <translation>لا ينطبق على السائل</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>struck out: the asker is not in the share of its dial</source>
        <translation>مشطوب: السائل ليس ضمن حصة منظِّمه</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between two sentences of the engine; the space is part of it</extracomment>
        <translation>؛ </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the items of a list within a sentence of the engine; the space is part of it</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>two regions</extracomment>
        <translation>%1 و%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a region and its share of the answers</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Run started</source>
        <translation>بدأ التشغيل</translation>
    </message>
    <message>
        <source>Command accepted</source>
        <translation>قُبل الأمر</translation>
    </message>
    <message>
        <source>Command refused</source>
        <translation>رُفض الأمر</translation>
    </message>
    <message>
        <source>Fault injected</source>
        <translation>حُقن عطل</translation>
    </message>
    <message>
        <source>Fault expired</source>
        <translation>انتهت مدة العطل</translation>
    </message>
    <message>
        <source>Fault cleared</source>
        <translation>أُزيل العطل</translation>
    </message>
    <message>
        <source>No residue</source>
        <translation>لا أثر باقٍ</translation>
    </message>
    <message>
        <source>Residue found</source>
        <translation>وُجد أثر باقٍ</translation>
    </message>
    <message>
        <source>Checker changed</source>
        <translation>تغيرت نقطة فحص</translation>
    </message>
    <message>
        <source>Health red</source>
        <translation>الصحة حمراء</translation>
    </message>
    <message>
        <source>Health green</source>
        <translation>الصحة خضراء</translation>
    </message>
    <message>
        <source>Answers shifted</source>
        <translation>تحولت الإجابات</translation>
    </message>
    <message>
        <source>Fail open</source>
        <translation>فتح عند الفشل</translation>
    </message>
    <message>
        <source>Zone changed</source>
        <translation>تغير النطاق</translation>
    </message>
    <message>
        <source>Zone in sync</source>
        <translation>النطاق متزامن</translation>
    </message>
    <message>
        <source>Zone plan applied</source>
        <translation>طُبّقت خطة النطاق</translation>
    </message>
    <message>
        <source>Zone plan refused</source>
        <translation>رُفضت خطة النطاق</translation>
    </message>
    <message>
        <source>Answer empty</source>
        <translation>إجابة فارغة</translation>
    </message>
    <message>
        <source>Edges disagree</source>
        <translation>اختلاف بين الحواف</translation>
    </message>
    <message>
        <source>Edges agree</source>
        <translation>توافق بين الحواف</translation>
    </message>
    <message>
        <source>Origin failover</source>
        <translation>تجاوز فشل الأصل</translation>
    </message>
    <message>
        <source>Accelerator shifted</source>
        <translation>تحوّل المسرِّع</translation>
    </message>
    <message>
        <source>Routing control changed</source>
        <translation>تغير مفتاح توجيه</translation>
    </message>
    <message>
        <source>Safety rule overridden</source>
        <translation>تُجووزت قاعدة أمان</translation>
    </message>
    <message>
        <source>Shifted away</source>
        <translation>حُوّل المرور عنها</translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation>انتهى التحويل</translation>
    </message>
    <message>
        <source>Traffic dial changed</source>
        <translation>تغير منظِّم المرور</translation>
    </message>
    <message>
        <source>Plan evaluated</source>
        <translation>قُيّمت الخطة</translation>
    </message>
    <message>
        <source>Plan started</source>
        <translation>بدأت الخطة</translation>
    </message>
    <message>
        <source>Plan state</source>
        <translation>حالة الخطة</translation>
    </message>
    <message>
        <source>Plan step</source>
        <translation>خطوة الخطة</translation>
    </message>
    <message>
        <source>Plan ended</source>
        <translation>انتهت الخطة</translation>
    </message>
    <message>
        <source>Capacity warning</source>
        <translation>تحذير من السعة</translation>
    </message>
    <message>
        <source>Capacity exceeded</source>
        <translation>جووزت السعة</translation>
    </message>
    <message>
        <source>Capacity sufficient again</source>
        <translation>السعة كافية مجددًا</translation>
    </message>
    <message>
        <source>Region held out</source>
        <translation>استُبعدت المنطقة</translation>
    </message>
    <message>
        <source>Region state</source>
        <translation>حالة المنطقة</translation>
    </message>
    <message>
        <source>Fail back started</source>
        <translation>بدأت الإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>Fail back step</source>
        <translation>خطوة الإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>Fail back completed</source>
        <translation>تمت الإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>Fail back aborted</source>
        <translation>أُجهضت الإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>Replica verified</source>
        <translation>تحققت مطابقة النسخة</translation>
    </message>
    <message>
        <source>Replica diverged</source>
        <translation>تباعدت النسخة</translation>
    </message>
    <message>
        <source>Copy being rebuilt</source>
        <translation>يُعاد بناء النسخة</translation>
    </message>
    <message>
        <source>Clock quarantine</source>
        <translation>حجر بسبب الساعة</translation>
    </message>
    <message>
        <source>Rights revoked</source>
        <translation>سُحبت الحقوق</translation>
    </message>
    <message>
        <source>Region fenced</source>
        <translation>عُزلت المنطقة</translation>
    </message>
    <message>
        <source>Fence complete</source>
        <translation>اكتمل العزل</translation>
    </message>
    <message>
        <source>Fence lifted</source>
        <translation>رُفع العزل</translation>
    </message>
    <message>
        <source>Member evicted</source>
        <translation>أُقصي عضو</translation>
    </message>
    <message>
        <source>Orphan writes found</source>
        <translation>وُجدت كتابات يتيمة</translation>
    </message>
    <message>
        <source>Orphan write settled</source>
        <translation>سُوّيت كتابة يتيمة</translation>
    </message>
    <message>
        <source>Disk failed</source>
        <translation>تعطل القرص</translation>
    </message>
    <message>
        <source>Disk recovered</source>
        <translation>تعافى القرص</translation>
    </message>
    <message>
        <source>Writer moved</source>
        <translation>انتقل الكاتب</translation>
    </message>
    <message>
        <source>Acknowledgements wait</source>
        <translation>التأكيدات تنتظر</translation>
    </message>
    <message>
        <source>Acknowledgements resumed</source>
        <translation>استُؤنفت التأكيدات</translation>
    </message>
    <message>
        <source>Claim refused</source>
        <translation>رُفضت المطالبة</translation>
    </message>
    <message>
        <source>Change set aside</source>
        <translation>نُحّي تغيير جانبًا</translation>
    </message>
    <message>
        <source>Consumer caught up</source>
        <translation>استدرك المستهلك</translation>
    </message>
    <message>
        <source>Impact began</source>
        <translation>بدأ التأثير</translation>
    </message>
    <message>
        <source>Objective breached</source>
        <translation>أُخلّ بالهدف</translation>
    </message>
    <message>
        <source>Objective restored</source>
        <translation>عاد تحقيق الهدف</translation>
    </message>
    <message>
        <source>All cities served</source>
        <translation>كل المدن مخدومة</translation>
    </message>
    <message>
        <source>Service continues</source>
        <translation>استمرت الخدمة</translation>
    </message>
    <message>
        <source>Replication stalled</source>
        <translation>توقف النسخ المتماثل</translation>
    </message>
    <message>
        <source>Replication caught up</source>
        <translation>استدرك النسخ المتماثل</translation>
    </message>
    <message>
        <source>Conflict found</source>
        <translation>وُجد تعارض</translation>
    </message>
    <message>
        <source>Write at risk</source>
        <translation>كتابة معرّضة للخطر</translation>
    </message>
    <message>
        <source>Write recovered</source>
        <translation>استُعيدت كتابة</translation>
    </message>
    <message>
        <source>Write overwritten</source>
        <translation>كُتب فوق كتابة</translation>
    </message>
    <message>
        <source>Write refused</source>
        <translation>رُفضت كتابة</translation>
    </message>
    <message>
        <source>Write lost</source>
        <translation>فُقدت كتابة</translation>
    </message>
    <message>
        <source>Loss estimated</source>
        <translation>قُدّرت الخسارة</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>فُتحت حادثة</translation>
    </message>
    <message>
        <source>Phase changed</source>
        <translation>تغيرت المرحلة</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>أُغلقت الحادثة</translation>
    </message>
    <message>
        <source>Check passed</source>
        <translation>نجح التحقق</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>فشل التحقق</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Health check changed</source>
        <translation>تغير فحص الصحة</translation>
    </message>
    <message>
        <source>Health check doubted</source>
        <translation>فحص الصحة مشكوك فيه</translation>
    </message>
    <message>
        <source>Objects late</source>
        <translation>كائنات متأخرة</translation>
    </message>
    <message>
        <source>Objects caught up</source>
        <translation>استُدركت الكائنات</translation>
    </message>
    <message>
        <source>Objects lost</source>
        <translation>فُقدت كائنات</translation>
    </message>
</context>
<context>
    <name>FaultMenu</name>
    <message>
        <source>%1 Ends by itself after %2.</source>
        <extracomment>what a fault does, then when it ends by itself</extracomment>
        <translation>%1 ينتهي من تلقائه بعد %2.</translation>
    </message>
    <message>
        <source>End fault: %1</source>
        <translation>إنهاء العطل: %1</translation>
    </message>
    <message>
        <source>Reverses this fault now and checks that nothing of it stays behind.</source>
        <translation>عكس هذا العطل الآن والتحقق من عدم بقاء أي أثر له.</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>فحوص الصحة</translation>
    </message>
    <message>
        <source>Fail %1 % of the requests</source>
        <translation>إفشال %1 % من الطلبات</translation>
    </message>
    <message>
        <source>Break the health path</source>
        <translation>إعطال مسار الصحة</translation>
    </message>
    <message>
        <source>Cut off %1 % of the checkers</source>
        <translation>قطع %1 % من نقاط الفحص</translation>
    </message>
    <message>
        <source>Region outage</source>
        <translation>انقطاع المنطقة</translation>
    </message>
    <message>
        <source>Remove API mapping</source>
        <translation>إزالة ربط API</translation>
    </message>
    <message>
        <source>Pause replication</source>
        <translation>إيقاف النسخ المتماثل</translation>
    </message>
    <message>
        <source>Data and clock</source>
        <translation>البيانات والساعة</translation>
    </message>
    <message>
        <source>Destroy region and store</source>
        <translation>تدمير المنطقة والمخزن</translation>
    </message>
    <message>
        <source>Let the store fail</source>
        <translation>إعطال المخزن</translation>
    </message>
    <message>
        <source>Fill the disk</source>
        <translation>ملء القرص</translation>
    </message>
    <message>
        <source>Slow the disk by %1 a flush</source>
        <translation>إبطاء كل تفريغ إلى القرص %1</translation>
    </message>
    <message>
        <source>Let the disk rot</source>
        <translation>إتلاف القرص</translation>
    </message>
    <message>
        <source>Let the disk lose flushes</source>
        <translation>جعل القرص يفقد عمليات التفريغ</translation>
    </message>
    <message>
        <source>Poison the change stream</source>
        <translation>تسميم تدفق التغييرات</translation>
    </message>
    <message>
        <source>Set clock %1 ahead</source>
        <translation>تقديم الساعة %1</translation>
    </message>
    <message>
        <source>Let clock gain %1 each second</source>
        <translation>تسريع الساعة %1 كل ثانية</translation>
    </message>
    <message>
        <source>Add latency, %1</source>
        <translation>إضافة تأخير، %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>استعادة %1</translation>
    </message>
    <message>
        <source>Reverses every fault of the region and its links.</source>
        <translation>عكس كل أعطال المنطقة ووصلاتها.</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>Catch up, verify, then bring users back in steps.</source>
        <translation>استدراك فتحقق، ثم إعادة المستخدمين على مراحل.</translation>
    </message>
    <message>
        <source>Not ready: waits for %1.</source>
        <translation>غير جاهزة: بانتظار %1.</translation>
    </message>
    <message>
        <source>Cut link to %1</source>
        <translation>قطع الوصلة إلى %1</translation>
    </message>
    <message>
        <source>Cut link both ways</source>
        <translation>قطع الوصلة في الاتجاهين</translation>
    </message>
    <message>
        <source>Cut %1 to %2 only</source>
        <translation>قطع %1 إلى %2 فقط</translation>
    </message>
</context>
<context>
    <name>FaultTarget</name>
    <message>
        <source>“%1” cannot hit one city. Drop it on %2, which is nearest to %3; only a surge of traffic starts in a city.</source>
        <translation>«%1» لا يصيب مدينة واحدة. أفلِته على %2، الأقرب إلى %3؛ فطفرة المرور وحدها تبدأ في مدينة.</translation>
    </message>
    <message>
        <source>“%1” does not fit this part of %2. It can have: %3.</source>
        <translation>«%1» لا يناسب هذا الجزء من %2. ويمكن أن يصيبه: %3.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>البوابة</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <source>Health path</source>
        <translation>مسار الصحة</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>النسخ المتماثل</translation>
    </message>
    <message>
        <source>“%1” hits a region, not a link. Drop it on %2 or %3.</source>
        <translation>«%1» يصيب منطقة لا وصلة. أفلِته على %2 أو %3.</translation>
    </message>
    <message>
        <source>“%1” needs a second region; this run has one.</source>
        <translation>«%1» يحتاج إلى منطقة ثانية؛ وفي هذا التشغيل منطقة واحدة.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 req/s</source>
        <extracomment>requests per second</extracomment>
        <translation>%1 طلب/ث</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>€ %1</source>
        <extracomment>an amount in euro</extracomment>
        <translation>%1 €</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>minutes and seconds</extracomment>
        <translation>%1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>hours and minutes</extracomment>
        <translation>%1 س %2 د</translation>
    </message>
    <message>
        <source>%1 %2 UTC</source>
        <extracomment>day of the week, time of day in UTC</extracomment>
        <translation>%1 %2 UTC</translation>
    </message>
    <message>
        <source>max</source>
        <extracomment>as fast as possible</extracomment>
        <translation>أقصى</translation>
    </message>
    <message>
        <source>1 order</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>طلبية واحدة</translation>
    </message>
    <message numerus="yes">
        <source># orders</source>
        <translation>
            <numerusform># طلبية</numerusform>
            <numerusform>طلبية واحدة</numerusform>
            <numerusform>طلبيتان</numerusform>
            <numerusform># طلبيات</numerusform>
            <numerusform># طلبية</numerusform>
            <numerusform># طلبية</numerusform>
        </translation>
    </message>
    <message>
        <source>1 request</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>طلب واحد</translation>
    </message>
    <message numerus="yes">
        <source># requests</source>
        <translation>
            <numerusform># طلب</numerusform>
            <numerusform>طلب واحد</numerusform>
            <numerusform>طلبان</numerusform>
            <numerusform># طلبات</numerusform>
            <numerusform># طلبًا</numerusform>
            <numerusform># طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>حدث واحد</translation>
    </message>
    <message numerus="yes">
        <source># events</source>
        <translation>
            <numerusform># حدث</numerusform>
            <numerusform>حدث واحد</numerusform>
            <numerusform>حدثان</numerusform>
            <numerusform># أحداث</numerusform>
            <numerusform># حدثًا</numerusform>
            <numerusform># حدث</numerusform>
        </translation>
    </message>
    <message>
        <source>1 region</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>منطقة واحدة</translation>
    </message>
    <message numerus="yes">
        <source># regions</source>
        <translation>
            <numerusform># منطقة</numerusform>
            <numerusform>منطقة واحدة</numerusform>
            <numerusform>منطقتان</numerusform>
            <numerusform># مناطق</numerusform>
            <numerusform># منطقة</numerusform>
            <numerusform># منطقة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>تغيير واحد</translation>
    </message>
    <message numerus="yes">
        <source># changes</source>
        <translation>
            <numerusform># تغيير</numerusform>
            <numerusform>تغيير واحد</numerusform>
            <numerusform>تغييران</numerusform>
            <numerusform># تغييرات</numerusform>
            <numerusform># تغييرًا</numerusform>
            <numerusform># تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>1 write</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>كتابة واحدة</translation>
    </message>
    <message numerus="yes">
        <source># writes</source>
        <translation>
            <numerusform># كتابة</numerusform>
            <numerusform>كتابة واحدة</numerusform>
            <numerusform>كتابتان</numerusform>
            <numerusform># كتابات</numerusform>
            <numerusform># كتابة</numerusform>
            <numerusform># كتابة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 operation</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>عملية واحدة</translation>
    </message>
    <message numerus="yes">
        <source># operations</source>
        <translation>
            <numerusform># عملية</numerusform>
            <numerusform>عملية واحدة</numerusform>
            <numerusform>عمليتان</numerusform>
            <numerusform># عمليات</numerusform>
            <numerusform># عملية</numerusform>
            <numerusform># عملية</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seed</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>بذرة واحدة</translation>
    </message>
    <message numerus="yes">
        <source># seeds</source>
        <translation>
            <numerusform># بذرة</numerusform>
            <numerusform>بذرة واحدة</numerusform>
            <numerusform>بذرتان</numerusform>
            <numerusform># بذور</numerusform>
            <numerusform># بذرة</numerusform>
            <numerusform># بذرة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 city</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>مدينة واحدة</translation>
    </message>
    <message numerus="yes">
        <source># cities</source>
        <translation>
            <numerusform># مدينة</numerusform>
            <numerusform>مدينة واحدة</numerusform>
            <numerusform>مدينتان</numerusform>
            <numerusform># مدن</numerusform>
            <numerusform># مدينة</numerusform>
            <numerusform># مدينة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 record</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>سجل واحد</translation>
    </message>
    <message numerus="yes">
        <source># records</source>
        <translation>
            <numerusform># سجل</numerusform>
            <numerusform>سجل واحد</numerusform>
            <numerusform>سجلان</numerusform>
            <numerusform># سجلات</numerusform>
            <numerusform># سجلًا</numerusform>
            <numerusform># سجل</numerusform>
        </translation>
    </message>
    <message>
        <source>1 error</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>خطأ واحد</translation>
    </message>
    <message numerus="yes">
        <source># errors</source>
        <translation>
            <numerusform># خطأ</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform># أخطاء</numerusform>
            <numerusform># خطأً</numerusform>
            <numerusform># خطأ</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>تحذير واحد</translation>
    </message>
    <message numerus="yes">
        <source># warnings</source>
        <translation>
            <numerusform># تحذير</numerusform>
            <numerusform>تحذير واحد</numerusform>
            <numerusform>تحذيران</numerusform>
            <numerusform># تحذيرات</numerusform>
            <numerusform># تحذيرًا</numerusform>
            <numerusform># تحذير</numerusform>
        </translation>
    </message>
    <message>
        <source>1 alarm</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>إنذار واحد</translation>
    </message>
    <message numerus="yes">
        <source># alarms</source>
        <translation>
            <numerusform># إنذار</numerusform>
            <numerusform>إنذار واحد</numerusform>
            <numerusform>إنذاران</numerusform>
            <numerusform># إنذارات</numerusform>
            <numerusform># إنذارًا</numerusform>
            <numerusform># إنذار</numerusform>
        </translation>
    </message>
    <message>
        <source>cart %1</source>
        <extracomment>a customer&apos;s cart, in a narrow column; %1 is the customer&apos;s number</extracomment>
        <translation>سلة %1</translation>
    </message>
</context>
<context>
    <name>InspectorFacts</name>
    <message>
        <source>Gateway</source>
        <translation>البوابة</translation>
    </message>
    <message>
        <source>limit 4 s</source>
        <translation>الحد 4 ث</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>answers 403</source>
        <translation>تردّ بـ 403</translation>
    </message>
    <message>
        <source>mapping removed</source>
        <translation>أُزيل الربط</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>الحد %1</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>%1 · %2 of answers</source>
        <extracomment>state and share of the DNS answers</extracomment>
        <translation>%1 · %2 من الإجابات</translation>
    </message>
    <message>
        <source>%1 since %2 (%3)</source>
        <translation>%1 منذ %2 (%3)</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>فحص الصحة</translation>
    </message>
    <message>
        <source>%1 of %2 red</source>
        <translation>الأحمر: %1 من %2</translation>
    </message>
    <message>
        <source>%1 of %2 green</source>
        <translation>الأخضر: %1 من %2</translation>
    </message>
    <message>
        <source>over 18 %</source>
        <translation>فوق 18 %</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>آخر فحص</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>إجابات DNS</translation>
    </message>
    <message>
        <source>may take %1</source>
        <translation>المسموح %1</translation>
    </message>
    <message>
        <source>Replication in</source>
        <translation>النسخ الوارد</translation>
    </message>
    <message>
        <source>Replication out</source>
        <translation>النسخ الصادر</translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <translation>في خطر: %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>cut, %1</source>
        <translation>مقطوعة، %1</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>موقوفة، %1</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>المعلّق</translation>
    </message>
    <message>
        <source>nothing to drain</source>
        <translation>لا شيء يُصرَّف</translation>
    </message>
    <message>
        <source>never at this rate</source>
        <translation>لن يُصرَّف بهذا المعدل</translation>
    </message>
    <message>
        <source>drained in %1</source>
        <translation>يُصرَّف خلال %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>ذهاب وإياب</translation>
    </message>
    <message>
        <source>+%1 each way</source>
        <translation>يُضاف %1 في كل اتجاه</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>كما قيس</translation>
    </message>
    <message>
        <source>%1, %2, oldest %3</source>
        <translation>%1، %2، الأقدم %3</translation>
    </message>
    <message>
        <source>%1 more · %2</source>
        <extracomment>further writes that are not listed, then the sum of all</extracomment>
        <translation>غيرها: %1 · %2</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>cut</source>
        <translation>مقطوعة</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>متدهورة</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>طبيعية</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>ثابت</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>يرتفع</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>ينخفض</translation>
    </message>
    <message>
        <source>%1 milliseconds</source>
        <translation>%1 ملي ثانية</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 ثانية</translation>
    </message>
    <message>
        <source>%1 to %2, lag %3, %4</source>
        <extracomment>source, target, lag, state: of one direction of replication</extracomment>
        <translation>%1 إلى %2، التأخر %3، %4</translation>
    </message>
    <message>
        <source>never at this rate</source>
        <translation>لن يُصرَّف بهذا المعدل</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>nothing to drain</source>
        <translation>لا شيء يُصرَّف</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>خلال %1</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>line width = requests per second</source>
        <translation>عرض الخط = الطلبات في الثانية</translation>
    </message>
    <message>
        <source>failing requests</source>
        <extracomment>what a cross on the map stands for; %1 is &quot;15 requests&quot;</extracomment>
        <translation>الطلبات الفاشلة</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>الفاشل: %1</translation>
    </message>
    <message>
        <source>ring colour and letter = region</source>
        <translation>لون الحلقة والحرف = المنطقة</translation>
    </message>
</context>
<context>
    <name>MapText</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>state of a region and the share of its users that are back</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <extracomment>state, reason, duration: &quot;Failed · no answer 42 s&quot;</extracomment>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>reason of a state, duration: &quot;no answer 42 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>cut one way %1</source>
        <translation>مقطوعة باتجاه واحد %1</translation>
    </message>
    <message>
        <source>cut %1</source>
        <translation>مقطوعة %1</translation>
    </message>
    <message>
        <source>stalled %1</source>
        <extracomment>replication makes no progress since</extracomment>
        <translation>متوقفة %1</translation>
    </message>
    <message>
        <source>paused %1</source>
        <translation>موقوفة %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>التأخر %1</translation>
    </message>
    <message>
        <source>+%1 · %2</source>
        <extracomment>added delay, then the replication lag</extracomment>
        <translation>+%1 · %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a link between two regions</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Link %1 to %2, %3</source>
        <translation>الوصلة من %1 إلى %2، %3</translation>
    </message>
    <message>
        <source>Region %1, %2, %3</source>
        <translation>منطقة %1، %2، %3</translation>
    </message>
    <message>
        <source>%1 of %2 visits (%3) still go where no answer leads</source>
        <extracomment>clients that hold on to an old DNS answer; counts, then a percentage</extracomment>
        <translation>%1 من %2 من الزيارات (%3) ما زالت تذهب إلى حيث لا تقود أي إجابة</translation>
    </message>
    <message>
        <source>To %1: %2, of which %3 fail</source>
        <translation>إلى %1: %2، الفاشل منها %3</translation>
    </message>
    <message>
        <source>To %1: %2</source>
        <translation>إلى %1: %2</translation>
    </message>
    <message>
        <source>Visits with an old answer: %1</source>
        <translation>زيارات بإجابة قديمة: %1</translation>
    </message>
    <message>
        <source>No requests now</source>
        <translation>لا طلبات الآن</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>طبيعي</translation>
    </message>
    <message>
        <source>Errors, last 5 s</source>
        <translation>الأخطاء، آخر 5 ث</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>إجابات DNS</translation>
    </message>
    <message>
        <source>Checkers healthy</source>
        <translation>نقاط الفحص السليمة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Lag in, out</source>
        <translation>تأخر وارد، صادر</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Orders at risk</source>
        <translation>طلبيات في خطر</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>lag %1, %2 pending</source>
        <translation>التأخر %1، المعلّق %2</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>ذهاب وإياب</translation>
    </message>
</context>
<context>
    <name>ResidueWatch</name>
    <message>
        <source>Something of the faults stayed behind: %1</source>
        <translation>بقي أثر من الأعطال: %1</translation>
    </message>
    <message>
        <source>%1 is over. Checked: nothing of it stayed behind.</source>
        <extracomment>%1 is a fault with its place</extracomment>
        <translation>انتهى %1. جرى التحقق: لم يبقَ له أثر.</translation>
    </message>
    <message>
        <source>Faults ended: %1 (%2). Each was checked: nothing stayed behind.</source>
        <extracomment>%1 is a count, %2 a list of faults with their places</extracomment>
        <translation>الأعطال المنتهية: %1 (%2). جرى التحقق من كل منها: لم يبقَ أثر.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>تشغيل &amp;جديد</translation>
    </message>
    <message>
        <source>Starts a new run with Ireland and Singapore</source>
        <translation>بدء تشغيل جديد مع أيرلندا وسنغافورة</translation>
    </message>
    <message>
        <source>New run with &amp;Virginia</source>
        <translation>تشغيل جديد مع &amp;فرجينيا</translation>
    </message>
    <message>
        <source>Starts a new run with Ireland, Singapore and Virginia</source>
        <translation>بدء تشغيل جديد مع أيرلندا وسنغافورة وفرجينيا</translation>
    </message>
    <message>
        <source>New run with &amp;one more region</source>
        <translation>تشغيل جديد مع &amp;منطقة إضافية</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>ف&amp;تح جلسة…</translation>
    </message>
    <message>
        <source>Re-simulates a recorded session and goes on from its end</source>
        <translation>إعادة محاكاة جلسة مسجَّلة ثم المتابعة من نهايتها</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>فتح الأخ&amp;يرة</translation>
    </message>
    <message>
        <source>Open &amp;drill…</source>
        <translation>فتح تم&amp;رين…</translation>
    </message>
    <message>
        <source>Lists a drill&apos;s file on the page of drills, from where it is started</source>
        <translation>إدراج ملف تمرين في صفحة التمارين، ومنها يُبدأ</translation>
    </message>
    <message>
        <source>&amp;Save session as…</source>
        <translation>&amp;حفظ الجلسة باسم…</translation>
    </message>
    <message>
        <source>Writes the session so far as a document</source>
        <translation>كتابة الجلسة حتى الآن في مستند</translation>
    </message>
    <message>
        <source>&amp;Export incident</source>
        <translation>ت&amp;صدير الحادثة</translation>
    </message>
    <message>
        <source>As &amp;CSV table…</source>
        <translation>ك&amp;جدول CSV…</translation>
    </message>
    <message>
        <source>One row an event, for a spreadsheet</source>
        <translation>صف لكل حدث، لبرامج الجداول</translation>
    </message>
    <message>
        <source>As &amp;JSON Lines…</source>
        <translation>كمل&amp;ف JSON Lines…</translation>
    </message>
    <message>
        <source>One object an event, for programs</source>
        <translation>كائن لكل حدث، للبرامج</translation>
    </message>
    <message>
        <source>As &amp;Markdown report…</source>
        <translation>ك&amp;تقرير Markdown…</translation>
    </message>
    <message>
        <source>The incident as a report: times, decisions, writes at risk</source>
        <translation>الحادثة في تقرير: الأوقات والقرارات والكتابات المعرّضة للخطر</translation>
    </message>
    <message>
        <source>As &amp;HTML report…</source>
        <translation>كتقرير &amp;HTML…</translation>
    </message>
    <message>
        <source>The same report with its charts, as one page for a browser</source>
        <translation>التقرير نفسه مع مخططاته، في صفحة واحدة للمتصفح</translation>
    </message>
    <message>
        <source>As one JSON &amp;document…</source>
        <translation>ك&amp;مستند JSON واحد…</translation>
    </message>
    <message>
        <source>Incidents, measures, decisions, checks and events, for programs</source>
        <translation>الحوادث والمقاييس والقرارات والفحوص والأحداث، للبرامج</translation>
    </message>
    <message>
        <source>As Chrome &amp;trace…</source>
        <translation>كتتبُّ&amp;ع Chrome…</translation>
    </message>
    <message>
        <source>Regions, faults and phases on a time axis; Perfetto opens it</source>
        <translation>المناطق والأعطال والمراحل على محور زمني؛ يُفتح في Perfetto</translation>
    </message>
    <message>
        <source>Check a &amp;zone file…</source>
        <translation>فحص ملف &amp;نطاق…</translation>
    </message>
    <message>
        <source>Says what is wrong with a Route 53 zone of your own, and what is unwise</source>
        <translation>بيان الخطأ وما لا يُنصح به في نطاق Route 53 خاص بك</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;خروج</translation>
    </message>
    <message>
        <source>Ends the run and closes the window</source>
        <translation>إنهاء التشغيل وإغلاق النافذة</translation>
    </message>
    <message>
        <source>Copy or save &amp;view</source>
        <translation>نسخ العر&amp;ض أو حفظه</translation>
    </message>
    <message>
        <source>Copy view as &amp;image</source>
        <translation>نسخ العرض ك&amp;صورة</translation>
    </message>
    <message>
        <source>The part of the window with the focus, or the whole page, for pasting</source>
        <translation>جزء النافذة الذي عليه التركيز، أو الصفحة كلها، للصق</translation>
    </message>
    <message>
        <source>Copy view as &amp;data</source>
        <translation>نسخ العرض ك&amp;بيانات</translation>
    </message>
    <message>
        <source>The values of the view as a table, for a spreadsheet</source>
        <translation>قيم العرض في جدول، لبرامج الجداول</translation>
    </message>
    <message>
        <source>Save view as &amp;PNG…</source>
        <translation>حفظ العرض بصيغة &amp;PNG…</translation>
    </message>
    <message>
        <source>A picture, as large as on the screen</source>
        <translation>صورة بحجمها على الشاشة</translation>
    </message>
    <message>
        <source>Save view as PNG, d&amp;ouble size…</source>
        <translation>حفظ العرض بصيغة PNG، حجم م&amp;ضاعف…</translation>
    </message>
    <message>
        <source>A picture with twice as many pixels each way, for print</source>
        <translation>صورة بضعف عدد البكسلات في كل اتجاه، للطباعة</translation>
    </message>
    <message>
        <source>Save view as &amp;SVG…</source>
        <translation>حفظ العرض بصيغة &amp;SVG…</translation>
    </message>
    <message>
        <source>A drawing that stays sharp at any size</source>
        <translation>رسم يبقى حادًّا بأي حجم</translation>
    </message>
    <message>
        <source>Save view as &amp;CSV…</source>
        <translation>حفظ العرض بصيغة &amp;CSV…</translation>
    </message>
    <message>
        <source>The values of the view as a table</source>
        <translation>قيم العرض في جدول</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;نظرة عامة</translation>
    </message>
    <message>
        <source>The map, the charts and the timeline</source>
        <translation>الخريطة والمخططات والخط الزمني</translation>
    </message>
    <message>
        <source>&amp;Chart range</source>
        <translation>م&amp;دى المخططات</translation>
    </message>
    <message>
        <source>How far back the charts reach</source>
        <translation>المدى الزمني الماضي الذي تغطيه المخططات</translation>
    </message>
    <message>
        <source>Show map as &amp;table</source>
        <translation>عرض الخريطة ك&amp;جدول</translation>
    </message>
    <message>
        <source>Regions and links as a table instead of a map</source>
        <translation>المناطق والوصلات في جدول بدل الخريطة</translation>
    </message>
    <message>
        <source>Show &amp;journal</source>
        <translation>عرض سجل الأ&amp;حداث</translation>
    </message>
    <message>
        <source>All events as a table instead of charts and timeline</source>
        <translation>كل الأحداث في جدول بدل المخططات والخط الزمني</translation>
    </message>
    <message>
        <source>&amp;Fault palette</source>
        <translation>&amp;لوحة الأعطال</translation>
    </message>
    <message>
        <source>The faults to drag onto the map</source>
        <translation>الأعطال التي تُسحب إلى الخريطة</translation>
    </message>
    <message>
        <source>Rin&amp;g instead of map</source>
        <translation>حل&amp;قة بدل الخريطة</translation>
    </message>
    <message>
        <source>The regions on a ring around their users, in place of the map of the world</source>
        <translation>المناطق على حلقة حول مستخدميها، بدل خريطة العالم</translation>
    </message>
    <message>
        <source>Look c&amp;loser at the map</source>
        <translation>ت&amp;كبير الخريطة</translation>
    </message>
    <message>
        <source>Enlarges the map about its middle; also + and the wheel</source>
        <translation>تكبير الخريطة حول وسطها؛ وكذلك + والعجلة</translation>
    </message>
    <message>
        <source>Look &amp;wider at the map</source>
        <translation>ت&amp;صغير الخريطة</translation>
    </message>
    <message>
        <source>Shows more of the world again; also - and the wheel</source>
        <translation>إظهار مزيد من العالم مجددًا؛ وكذلك - والعجلة</translation>
    </message>
    <message>
        <source>Who&amp;le map</source>
        <translation>الخري&amp;طة كاملة</translation>
    </message>
    <message>
        <source>Shows the whole world again; also 0</source>
        <translation>إظهار العالم كله مجددًا؛ وكذلك 0</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>ح&amp;ركة مخففة</translation>
    </message>
    <message>
        <source>Traffic as still arrows instead of moving dots</source>
        <translation>عرض المرور أسهمًا ثابتة بدل نقاط متحركة</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>ال&amp;سمة</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>مثل ال&amp;نظام</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;فاتح</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;داكن</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>تباين &amp;عالٍ، فاتح</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>&amp;تباين عالٍ، داكن</translation>
    </message>
    <message>
        <source>Changes the colours of the window</source>
        <translation>تغيير ألوان النافذة</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>اللغ&amp;ة</translation>
    </message>
    <message>
        <source>Changes the words of the window; the run goes on</source>
        <translation>تغيير كلمات النافذة؛ ويمضي التشغيل</translation>
    </message>
    <message>
        <source>P&amp;erspective</source>
        <translation>المن&amp;ظور</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>اللوحة الجانب&amp;ية</translation>
    </message>
    <message>
        <source>Inspector and routing decisions</source>
        <translation>المعاين وقرارات التوجيه</translation>
    </message>
    <message>
        <source>Side panel in a &amp;window of its own</source>
        <translation>اللوحة الجانبية في نا&amp;فذة مستقلة</translation>
    </message>
    <message>
        <source>Takes the side panel out of the window, to another screen for example</source>
        <translation>إخراج اللوحة الجانبية من النافذة، إلى شاشة أخرى مثلًا</translation>
    </message>
    <message>
        <source>Wa&amp;ll mode</source>
        <translation>و&amp;ضع الحائط</translation>
    </message>
    <message>
        <source>The overview alone on the whole screen, larger; Esc leaves</source>
        <translation>النظرة العامة وحدها على الشاشة كاملة وبحجم أكبر؛ الخروج بالمفتاح Esc</translation>
    </message>
    <message>
        <source>Undo layout chan&amp;ge</source>
        <translation>التراجع عن ت&amp;غيير التخطيط</translation>
    </message>
    <message>
        <source>Takes back the last change of perspective or layout</source>
        <translation>التراجع عن آخر تغيير للمنظور أو التخطيط</translation>
    </message>
    <message>
        <source>Redo la&amp;yout change</source>
        <translation>إعادة تغيير الت&amp;خطيط</translation>
    </message>
    <message>
        <source>Makes the change of perspective or layout again</source>
        <translation>إجراء تغيير المنظور أو التخطيط مجددًا</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>إع&amp;ادة ضبط التخطيط</translation>
    </message>
    <message>
        <source>Returns all parts of the window to their first sizes and places</source>
        <translation>إعادة كل أجزاء النافذة إلى أحجامها ومواضعها الأولى</translation>
    </message>
    <message>
        <source>&amp;Simulation</source>
        <translation>الم&amp;حاكاة</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>إيقاف &amp;مؤقت</translation>
    </message>
    <message>
        <source>Stops and resumes virtual time</source>
        <translation>إيقاف الزمن الافتراضي واستئنافه</translation>
    </message>
    <message>
        <source>&amp;Step 100 ms</source>
        <translation>&amp;خطوة 100 م.ث</translation>
    </message>
    <message>
        <source>Pauses and runs one tenth of a virtual second</source>
        <translation>إيقاف مؤقت ثم تشغيل عُشر ثانية افتراضية</translation>
    </message>
    <message>
        <source>Step one &amp;event</source>
        <translation>خطوة &amp;حدث واحد</translation>
    </message>
    <message>
        <source>Pauses and runs one event of the simulation</source>
        <translation>إيقاف مؤقت ثم تشغيل حدث واحد من المحاكاة</translation>
    </message>
    <message>
        <source>Runs as fast as possible</source>
        <translation>التشغيل بأقصى سرعة ممكنة</translation>
    </message>
    <message>
        <source>Runs at %1 of real time</source>
        <translation>التشغيل بسرعة %1 من الزمن الحقيقي</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>العم&amp;ليات</translation>
    </message>
    <message>
        <source>&amp;Break</source>
        <translation>إ&amp;عطال</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>ا&amp;ستعادة</translation>
    </message>
    <message>
        <source>&amp;Fail back</source>
        <translation>إعادة إلى ال&amp;خدمة</translation>
    </message>
    <message>
        <source>&amp;Clear all faults</source>
        <translation>إ&amp;زالة كل الأعطال</translation>
    </message>
    <message>
        <source>Reverses every active fault and checks that nothing stays behind</source>
        <translation>عكس كل عطل نشط والتحقق من عدم بقاء أي أثر</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>إضافة &amp;ملاحظة…</translation>
    </message>
    <message>
        <source>Writes one line of yours into the incident record</source>
        <translation>كتابة سطر منك في سجل الحادثة</translation>
    </message>
    <message>
        <source>&amp;Why this answer?</source>
        <translation>&amp;لماذا هذه الإجابة؟</translation>
    </message>
    <message>
        <source>Explains the selected or newest routing decision</source>
        <translation>شرح قرار التوجيه المحدد أو الأحدث</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>أ&amp;دوات</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>لوحة الأ&amp;وامر…</translation>
    </message>
    <message>
        <source>Finds any action, page, region, fault or plan by a few letters</source>
        <translation>العثور على أي إجراء أو صفحة أو منطقة أو عطل أو خطة ببضعة أحرف</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;تعليمات</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>ا&amp;ختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>كل المفاتيح في ورقة واحدة</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>&amp;حول Signalbox</translation>
    </message>
    <message>
        <source>Version, licence and sources of the data</source>
        <translation>الإصدار والترخيص ومصادر البيانات</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Cape Town</source>
        <translation>كيب تاون</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>هونغ كونغ</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>طوكيو</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>سيول</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>أوساكا</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>مومباي</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>سنغافورة</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>سيدني</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>كندا</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>فرانكفورت</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>ستوكهولم</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>ميلانو</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>أيرلندا</translation>
    </message>
    <message>
        <source>London</source>
        <translation>لندن</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>باريس</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>البحرين</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>ساو باولو</translation>
    </message>
    <message>
        <source>Virginia</source>
        <translation>فرجينيا</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>أوهايو</translation>
    </message>
    <message>
        <source>California</source>
        <translation>كاليفورنيا</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>أوريغون</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>في الخدمة</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>متدهورة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>متعطلة</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>مستبعدة</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>قيد الاستدراك</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>قيد التحقق</translation>
    </message>
    <message>
        <source>Ramping</source>
        <translation>قيد التدرج</translation>
    </message>
    <message>
        <source>Steered away</source>
        <translation>محوَّل عنها</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>API mapping removed</source>
        <translation>أُزيل ربط API</translation>
    </message>
    <message>
        <source>health check red</source>
        <translation>فحص الصحة أحمر</translation>
    </message>
    <message>
        <source>replication behind</source>
        <translation>النسخ المتماثل متأخر</translation>
    </message>
    <message>
        <source>replication paused</source>
        <translation>النسخ المتماثل موقوف</translation>
    </message>
    <message>
        <source>link cut</source>
        <translation>الوصلة مقطوعة</translation>
    </message>
    <message>
        <source>link slow</source>
        <translation>الوصلة بطيئة</translation>
    </message>
    <message>
        <source>many errors</source>
        <translation>أخطاء كثيرة</translation>
    </message>
    <message>
        <source>awaiting fail back</source>
        <translation>بانتظار الإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>failing back</source>
        <translation>تُعاد إلى الخدمة</translation>
    </message>
    <message>
        <source>store failing</source>
        <translation>المخزن متعطل</translation>
    </message>
    <message>
        <source>disk rotten</source>
        <translation>القرص تالف</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>disk stalled</source>
        <translation>القرص متباطئ</translation>
    </message>
    <message>
        <source>building its copy anew</source>
        <translation>تعيد بناء نسختها</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>معزولة</translation>
    </message>
    <message>
        <source>routing control off</source>
        <translation>مفتاح التوجيه موقوف</translation>
    </message>
    <message>
        <source>shifted away</source>
        <translation>حُوّل المرور عنها</translation>
    </message>
    <message>
        <source>dialled down</source>
        <translation>خُفض منظِّمها</translation>
    </message>
    <message>
        <source>lowest latency</source>
        <translation>أدنى زمن استجابة</translation>
    </message>
    <message>
        <source>next-lowest latency</source>
        <translation>ثاني أدنى زمن استجابة</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>أساسي</translation>
    </message>
    <message>
        <source>secondary, primary not available</source>
        <translation>ثانوي، الأساسي غير متاح</translation>
    </message>
    <message>
        <source>only record</source>
        <translation>السجل الوحيد</translation>
    </message>
    <message>
        <source>fail open, nothing healthy</source>
        <translation>فتح عند الفشل، لا شيء سليم</translation>
    </message>
    <message>
        <source>the policy&apos;s choice</source>
        <translation>اختيار السياسة</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>further away</source>
        <translation>أبعد</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>احتياطي</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>غير سليم</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>مستبعد</translation>
    </message>
    <message>
        <source>not yet in the ramp</source>
        <translation>لم يدخل التدرج بعد</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>لم تبدأ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>استدراك</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>تدرج</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>اكتملت</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>أُجهضت</translation>
    </message>
    <message>
        <source>Region outage</source>
        <translation>انقطاع المنطقة</translation>
    </message>
    <message>
        <source>Replication paused</source>
        <translation>إيقاف النسخ المتماثل</translation>
    </message>
    <message>
        <source>Link cut</source>
        <translation>قطع الوصلة</translation>
    </message>
    <message>
        <source>Latency added</source>
        <translation>إضافة تأخير</translation>
    </message>
    <message>
        <source>Region destroyed</source>
        <translation>تدمير المنطقة</translation>
    </message>
    <message>
        <source>Clock skewed</source>
        <translation>انحراف الساعة</translation>
    </message>
    <message>
        <source>Clock drifting</source>
        <translation>انجراف الساعة</translation>
    </message>
    <message>
        <source>Store failing</source>
        <translation>تعطل المخزن</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>امتلاء القرص</translation>
    </message>
    <message>
        <source>Disk stalled</source>
        <translation>تباطؤ القرص</translation>
    </message>
    <message>
        <source>Disk rotten</source>
        <translation>تلف القرص</translation>
    </message>
    <message>
        <source>Disk losing flushes</source>
        <translation>القرص يفقد عمليات التفريغ</translation>
    </message>
    <message>
        <source>Change stream poisoned</source>
        <translation>تسمم تدفق التغييرات</translation>
    </message>
    <message>
        <source>Gray failure</source>
        <translation>عطل رمادي</translation>
    </message>
    <message>
        <source>Health path failing</source>
        <translation>تعطل مسار الصحة</translation>
    </message>
    <message>
        <source>Checkers cut off</source>
        <translation>قطع نقاط الفحص</translation>
    </message>
    <message>
        <source>DNS edges cut off</source>
        <translation>قطع حواف DNS</translation>
    </message>
    <message>
        <source>Plan enactor stalled</source>
        <translation>توقف منفّذ الخطط</translation>
    </message>
    <message>
        <source>Traffic surge</source>
        <translation>طفرة مرور</translation>
    </message>
    <message>
        <source>Object copying paused</source>
        <translation>إيقاف نسخ الكائنات</translation>
    </message>
    <message>
        <source>Nothing in the region answers; its durable store survives.</source>
        <translation>لا شيء في المنطقة يردّ؛ ومخزنها الدائم باقٍ.</translation>
    </message>
    <message>
        <source>The region&apos;s gateway answers 403 to every request.</source>
        <translation>بوابة المنطقة تردّ على كل طلب بالرمز 403.</translation>
    </message>
    <message>
        <source>The region neither ships nor pulls changes; reads and writes go on.</source>
        <translation>لا ترسل المنطقة تغييرات ولا تجلبها؛ وتستمر القراءة والكتابة.</translation>
    </message>
    <message>
        <source>Messages between two regions are dropped.</source>
        <translation>تُسقَط الرسائل بين منطقتين.</translation>
    </message>
    <message>
        <source>Messages of the region or link arrive later.</source>
        <translation>تصل رسائل المنطقة أو الوصلة متأخرة.</translation>
    </message>
    <message>
        <source>Nothing answers and the store is lost; afterwards the region copies a survivor.</source>
        <translation>لا شيء يردّ والمخزن مفقود؛ ثم تنسخ المنطقة من منطقة باقية.</translation>
    </message>
    <message>
        <source>The region&apos;s clock is off by a fixed amount; stamps decide who wins a conflict.</source>
        <translation>ساعة المنطقة منحرفة بمقدار ثابت؛ وأختام الوقت تحدد الرابح في التعارض.</translation>
    </message>
    <message>
        <source>The region&apos;s clock gains or loses time, second by second.</source>
        <translation>ساعة المنطقة تسبق أو تتأخر ثانيةً بعد ثانية.</translation>
    </message>
    <message>
        <source>Whatever needs the store ends in an error; nothing is written.</source>
        <translation>كل ما يحتاج إلى المخزن ينتهي بخطأ؛ ولا يُكتب شيء.</translation>
    </message>
    <message>
        <source>The disk takes nothing more: writes end in an error, reads go on.</source>
        <translation>القرص لا يقبل المزيد: تنتهي الكتابات بخطأ وتستمر القراءات.</translation>
    </message>
    <message>
        <source>Each flush of the disk takes longer; queues grow, and then requests are refused.</source>
        <translation>يستغرق كل تفريغ إلى القرص وقتًا أطول؛ فتطول الطوابير ثم تُرفض الطلبات.</translation>
    </message>
    <message>
        <source>The disk returns damaged data: the region finds out and builds a new copy.</source>
        <translation>يعيد القرص بيانات تالفة: تكتشف المنطقة ذلك وتبني نسخة جديدة.</translation>
    </message>
    <message>
        <source>The disk reports flushes that it does not do; an outage meanwhile loses them.</source>
        <translation>يبلّغ القرص عن عمليات تفريغ لم يُجرها؛ وإن وقع انقطاع حينها فُقدت.</translation>
    </message>
    <message>
        <source>Consumers of changes cannot process some of them, and set those aside.</source>
        <translation>لا يستطيع مستهلكو التغييرات معالجة بعضها، فينحّونها جانبًا.</translation>
    </message>
    <message>
        <source>A share of the customers&apos; requests fails while the health checks see nothing.</source>
        <translation>تفشل حصة من طلبات الزبائن ولا ترى فحوص الصحة شيئًا.</translation>
    </message>
    <message>
        <source>The health path fails while the customers&apos; requests are fine.</source>
        <translation>يتعطل مسار الصحة وطلبات الزبائن سليمة.</translation>
    </message>
    <message>
        <source>Some of the health checkers cannot reach the region.</source>
        <translation>بعض نقاط فحص الصحة لا تستطيع الوصول إلى المنطقة.</translation>
    </message>
    <message>
        <source>DNS locations near the region do not hear of changes of health.</source>
        <translation>مواقع DNS القريبة من المنطقة لا تبلغها تغيرات الصحة.</translation>
    </message>
    <message>
        <source>What puts zone plans in force stops in the middle of its work.</source>
        <translation>ما يضع خطط النطاق موضع التنفيذ يتوقف في منتصف عمله.</translation>
    </message>
    <message>
        <source>The customers nearest to the region send more.</source>
        <translation>يرسل أقرب الزبائن إلى المنطقة طلبات أكثر.</translation>
    </message>
    <message>
        <source>Photos and pages written in the region wait; what it receives still arrives.</source>
        <translation>الصور والصفحات المكتوبة في المنطقة تنتظر؛ وما تستقبله يصل مع ذلك.</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>في الاتجاهين</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>صادر</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>وارد</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>حرج</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>طبيعي</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>الكشف</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>التصرف</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>التعافي</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغِّل</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>التمرين</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>النسخ المتماثل</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Shoppers</source>
        <translation>المتسوقون</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>الطلبات في الثانية</translation>
    </message>
    <message>
        <source>Errors, % of requests</source>
        <translation>الأخطاء، % من الطلبات</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>الاستجابة p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>الاستجابة p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>الاستجابة p99</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>تأخر النسخ المتماثل</translation>
    </message>
    <message>
        <source>Answers, %</source>
        <translation>الإجابات، %</translation>
    </message>
    <message>
        <source>Orders per second</source>
        <translation>الطلبيات في الثانية</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>دقيقتان</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 دقيقة</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>ساعتان</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 ساعة</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>جدول CSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>تقرير Markdown</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>تقرير HTML</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>مستند JSON</translation>
    </message>
    <message>
        <source>Chrome trace</source>
        <translation>تتبُّع Chrome</translation>
    </message>
    <message>
        <source>The input is malformed</source>
        <translation>المُدخل غير سليم الصياغة</translation>
    </message>
    <message>
        <source>That name is not known</source>
        <translation>هذا الاسم غير معروف</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>لا يردّ</translation>
    </message>
    <message>
        <source>The file could not be read or written</source>
        <translation>تعذرت قراءة الملف أو كتابته</translation>
    </message>
    <message>
        <source>The file is of another version</source>
        <translation>الملف من إصدار آخر</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>الملف تالف</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a fault and its region: &quot;Region outage, Ireland&quot;</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>a fault and the two regions of its link: &quot;Link cut, Ireland – Singapore&quot;</extracomment>
        <translation>%1، %2 – %3</translation>
    </message>
</context>
<context>
    <name>sb::ActiveFaults</name>
    <message>
        <source>Clear all</source>
        <translation>إزالة الكل</translation>
    </message>
    <message>
        <source>Active faults</source>
        <translation>الأعطال النشطة</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>إزالة كل الأعطال</translation>
    </message>
    <message>
        <source>Reverses every active fault and reports whether anything stays behind.</source>
        <translation>عكس كل عطل نشط وبيان ما إذا بقي أي أثر.</translation>
    </message>
    <message>
        <source>Active faults: %1</source>
        <extracomment>%1 is a count</extracomment>
        <translation>الأعطال النشطة: %1</translation>
    </message>
</context>
<context>
    <name>sb::Alarms</name>
    <message>
        <source>Not known; its health check says so.</source>
        <translation>غير معروف؛ فحص صحتها يقول ذلك.</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>تعطلت %1</translation>
    </message>
    <message>
        <source>Customers whose resolvers still hold %1 get errors; what only %1 holds cannot be read.</source>
        <translation>الزبائن الذين ما زالت محلِّلاتهم تحتفظ بالإجابة %1 تصلهم أخطاء؛ وما يوجد في %1 وحدها تتعذر قراءته.</translation>
    </message>
    <message>
        <source>See that the answers move. If they do not, start the failover plan or switch its routing control off.</source>
        <translation>تأكد من انتقال الإجابات. إن لم تنتقل فابدأ خطة تجاوز الفشل أو أوقف مفتاح توجيهها.</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>منطقة %1 متدهورة</translation>
    </message>
    <message>
        <source>It may fail, or hurt its customers while its check stays green.</source>
        <translation>قد تتعطل، أو تضر زبائنها وفحصها ما زال أخضر.</translation>
    </message>
    <message>
        <source>Look at its services and checks; shift its traffic away if customers are hurt.</source>
        <translation>راجع خدماتها وفحوصها؛ وحوّل المرور عنها إن تضرر الزبائن.</translation>
    </message>
    <message>
        <source>%1 is ready to be failed back</source>
        <translation>منطقة %1 جاهزة للإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>It is sound again and kept out of the answers until an operator decides.</source>
        <translation>عادت سليمة، وهي مُبعَدة عن الإجابات حتى يقرر المشغِّل.</translation>
    </message>
    <message>
        <source>Until then the other regions carry its customers, from further away.</source>
        <translation>حتى ذلك الحين تحمل المناطق الأخرى زبائنها، من مسافة أبعد.</translation>
    </message>
    <message>
        <source>Fail it back when the cause of the failure is understood.</source>
        <translation>أعِدها إلى الخدمة حين يُفهم سبب العطل.</translation>
    </message>
    <message>
        <source>%1 wait to be settled, of %2</source>
        <translation>%1 بانتظار التسوية، من %2</translation>
    </message>
    <message>
        <source>%1 was evicted while it held writes that nobody else has.</source>
        <translation>أُقصيت %1 وهي تحمل كتابات ليست لدى غيرها.</translation>
    </message>
    <message>
        <source>Customers miss what they were told was done: %1.</source>
        <translation>يفتقد الزبائن ما قيل لهم إنه تم: %1.</translation>
    </message>
    <message>
        <source>Replay the orphan writes, or discard them.</source>
        <translation>أعِد تنفيذ الكتابات اليتيمة أو أسقِطها.</translation>
    </message>
    <message>
        <source>%1 will be full in %2</source>
        <translation>تمتلئ %1 خلال %2</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>منطقة %1 ممتلئة</translation>
    </message>
    <message>
        <source>It is asked for %1 of what it can answer.</source>
        <translation>يُطلب منها %1 مما تستطيع الرد عليه.</translation>
    </message>
    <message>
        <source>Requests wait and are then refused; refused ones come again.</source>
        <translation>تنتظر الطلبات ثم تُرفض؛ والمرفوض يعود.</translation>
    </message>
    <message>
        <source>Turn its dial down, or bring another region back into the answers.</source>
        <translation>اخفض منظِّمها، أو أعِد منطقة أخرى إلى الإجابات.</translation>
    </message>
    <message>
        <source>%1 could not carry one more failure</source>
        <translation>لا تستطيع %1 حمل تعطل آخر</translation>
    </message>
    <message>
        <source>With its most loaded peer gone it would be asked for %1 of what it can answer.</source>
        <translation>لو غابت نظيرتها الأعلى حملًا لطُلب منها %1 مما تستطيع الرد عليه.</translation>
    </message>
    <message>
        <source>A failure of one region would take two.</source>
        <translation>تعطل منطقة واحدة يُسقط منطقتين.</translation>
    </message>
    <message>
        <source>Add capacity, or shed load before a switch.</source>
        <translation>أضف سعة، أو خفّف الحمل قبل التحويل.</translation>
    </message>
    <message>
        <source>The network between them is cut.</source>
        <translation>الشبكة بينهما مقطوعة.</translation>
    </message>
    <message>
        <source>Replication is switched off.</source>
        <translation>النسخ المتماثل موقوف.</translation>
    </message>
    <message>
        <source>More is written than arrives, or messages take longer.</source>
        <translation>يُكتب أكثر مما يصل، أو تستغرق الرسائل وقتًا أطول.</translation>
    </message>
    <message>
        <source>%1 is %2 behind %3</source>
        <translation>تتأخر %1 مدة %2 عن %3</translation>
    </message>
    <message>
        <source>If %1 is lost now, %2 of acknowledged changes have no other copy in %3.</source>
        <translation>لو فُقدت %1 الآن، فما قيمته %2 من التغييرات المؤكدة ليس له نسخة أخرى في %3.</translation>
    </message>
    <message>
        <source>Mend the link. Before moving users away from %1, wait until %2 has caught up.</source>
        <translation>أصلح الوصلة. وقبل نقل المستخدمين عن %1، انتظر حتى تستدرك %2.</translation>
    </message>
    <message>
        <source>Plan “%1”: step %2 has failed</source>
        <translation>الخطة «%1»: فشلت الخطوة %2</translation>
    </message>
    <message>
        <source>Plan “%1” waits for approval of %2</source>
        <translation>الخطة «%1» بانتظار الموافقة على %2</translation>
    </message>
    <message>
        <source>The plan stands still, and with it the recovery.</source>
        <translation>الخطة متوقفة، ومعها التعافي.</translation>
    </message>
    <message>
        <source>Retry the step, skip it, or cancel the plan.</source>
        <translation>أعِد محاولة الخطوة أو تخطَّها أو ألغِ الخطة.</translation>
    </message>
    <message>
        <source>Approve or decline it on the page Routing.</source>
        <translation>وافق عليها أو ارفضها في صفحة التوجيه.</translation>
    </message>
    <message>
        <source>%1 of %2 control endpoints answer</source>
        <extracomment>of routing controls</extracomment>
        <translation>نقاط نهاية المفاتيح التي تردّ: %1 من %2</translation>
    </message>
    <message>
        <source>Their regions are out, or the network to them is.</source>
        <translation>مناطقها منقطعة، أو الشبكة إليها مقطوعة.</translation>
    </message>
    <message>
        <source>With fewer than three no routing control can be changed.</source>
        <translation>بأقل من ثلاث لا يمكن تغيير أي مفتاح توجيه.</translation>
    </message>
    <message>
        <source>Make urgent changes of routing controls now; for later ones, plan how to do without them.</source>
        <translation>أجرِ الآن ما هو عاجل من تغييرات مفاتيح التوجيه؛ ولما بعده خطِّط للاستغناء عنها.</translation>
    </message>
    <message>
        <source>Safety rule “%1” does not hold</source>
        <translation>قاعدة الأمان «%1» غير متحققة</translation>
    </message>
    <message>
        <source>What the rule was to prevent is so; further changes may be refused.</source>
        <translation>وقع ما كان على القاعدة أن تمنعه؛ وقد تُرفض تغييرات أخرى.</translation>
    </message>
    <message>
        <source>Bring the controls back into a state that the rule allows.</source>
        <translation>أعِد المفاتيح إلى حالة تسمح بها القاعدة.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>The run has stopped</source>
        <translation>توقف التشغيل</translation>
    </message>
    <message>
        <source>Nothing goes on; what is shown is the last that was known.</source>
        <translation>لا شيء يمضي؛ والمعروض آخر ما كان معروفًا.</translation>
    </message>
    <message>
        <source>Save the record and start a new run.</source>
        <translation>احفظ السجل وابدأ تشغيلًا جديدًا.</translation>
    </message>
    <message>
        <source>%1 of all requests fail</source>
        <translation>%1 من كل الطلبات تفشل</translation>
    </message>
    <message>
        <source>Customers reach a region that cannot answer them.</source>
        <translation>يصل الزبائن إلى منطقة لا تستطيع الرد عليهم.</translation>
    </message>
    <message>
        <source>The objective of %1 is missed; the recovery time runs.</source>
        <translation>الهدف %1 غير محقق؛ وزمن التعافي يجري.</translation>
    </message>
    <message>
        <source>Find the region whose customers fail, and move them away from it.</source>
        <translation>جد المنطقة التي يفشل زبائنها، وانقلهم عنها.</translation>
    </message>
</context>
<context>
    <name>sb::AlarmsPage</name>
    <message>
        <source>Alarms</source>
        <translation>الإنذارات</translation>
    </message>
    <message>
        <source>Which alarms are listed</source>
        <translation>الإنذارات المعروضة</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>الإقرار بالكل</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>الإنذار</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Time to act</source>
        <translation>مهلة التصرف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>العاقبة</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>إقرار</translation>
    </message>
    <message>
        <source>Show the region</source>
        <translation>إظهار المنطقة</translation>
    </message>
    <message>
        <source>Shelved for</source>
        <translation>مدة التأجيل</translation>
    </message>
    <message>
        <source>Reason for shelving, needed</source>
        <translation>سبب التأجيل، مطلوب</translation>
    </message>
    <message>
        <source>Reason for shelving</source>
        <translation>سبب التأجيل</translation>
    </message>
    <message>
        <source>Audit of the alarms of this run</source>
        <translation>تدقيق إنذارات هذا التشغيل</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>الحد</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>محقَّق</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>نسخ بصيغة CSV</translation>
    </message>
    <message>
        <source>Limits of ISA-18.2 and EEMUA 191; times are virtual.</source>
        <translation>الحدود وفق ISA-18.2 وEEMUA 191؛ الأوقات افتراضية.</translation>
    </message>
    <message>
        <source>Shelved for another %1</source>
        <translation>مؤجَّل لمدة %1 أخرى</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>متذبذب</translation>
    </message>
    <message>
        <source>Over, not acknowledged</source>
        <translation>انتهى دون إقرار</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>مُقَرّ به</translation>
    </message>
    <message>
        <source>New, came first</source>
        <translation>جديد، جاء أولًا</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>متأخر %1</translation>
    </message>
    <message>
        <source>Active (%1)</source>
        <translation>النشطة (%1)</translation>
    </message>
    <message>
        <source>Shelved (%1)</source>
        <translation>المؤجَّلة (%1)</translation>
    </message>
    <message>
        <source>Suppressed (%1)</source>
        <translation>المحجوبة (%1)</translation>
    </message>
    <message>
        <source>Nothing asks for an action.</source>
        <translation>لا شيء يتطلب إجراءً.</translation>
    </message>
    <message>
        <source>Nothing is put aside. Shelving hides an alarm for a while, with a reason.</source>
        <translation>لا إنذار مؤجَّل. التأجيل يُخفي الإنذار مدةً، مع ذكر السبب.</translation>
    </message>
    <message>
        <source>No alarm is explained by another one.</source>
        <translation>لا إنذار يفسّره إنذار آخر.</translation>
    </message>
    <message>
        <source>Flood: 10 or more in ten minutes</source>
        <translation>سيل إنذارات: 10 أو أكثر في عشر دقائق</translation>
    </message>
    <message>
        <source>%1 not acknowledged</source>
        <translation>دون إقرار: %1</translation>
    </message>
    <message>
        <source>No alarm is chosen</source>
        <translation>لم يُختر أي إنذار</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>تأجيل</translation>
    </message>
    <message>
        <source>%1 · %2 priority</source>
        <translation>%1 · الأولوية: %2</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>إلغاء التأجيل</translation>
    </message>
    <message>
        <source>%1 (shelved: %2)</source>
        <translation>%1 (مؤجَّل: %2)</translation>
    </message>
    <message>
        <source>too few to judge</source>
        <translation>أقل من أن يُحكم عليها</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>within limits</source>
        <translation>ضمن الحدود</translation>
    </message>
    <message>
        <source>limits missed</source>
        <translation>تجاوز للحدود</translation>
    </message>
    <message>
        <source>Alarm acknowledged: %1</source>
        <translation>أُقِرّ بالإنذار: %1</translation>
    </message>
    <message>
        <source>Alarms acknowledged: %1</source>
        <translation>أُقِرّ بالإنذارات: %1</translation>
    </message>
    <message>
        <source>Alarm taken off the shelf: %1</source>
        <translation>أُلغي تأجيل الإنذار: %1</translation>
    </message>
    <message>
        <source>Alarm shelved for %1: %2 (%3)</source>
        <translation>أُجِّل الإنذار لمدة %1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>sb::Audit</name>
    <message>
        <source>Alarms per 10 min, average</source>
        <translation>الإنذارات كل 10 د، المتوسط</translation>
    </message>
    <message>
        <source>at most 2</source>
        <translation>2 على الأكثر</translation>
    </message>
    <message>
        <source>Alarms per 10 min, most</source>
        <translation>الإنذارات كل 10 د، الأقصى</translation>
    </message>
    <message>
        <source>fewer than 10</source>
        <translation>أقل من 10</translation>
    </message>
    <message>
        <source>Time in a flood</source>
        <translation>زمن سيل الإنذارات</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>أقل من 1 %</translation>
    </message>
    <message>
        <source>Chattering alarms</source>
        <translation>الإنذارات المتذبذبة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Standing for over a day</source>
        <translation>قائمة منذ أكثر من يوم</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>الأولوية العالية</translation>
    </message>
    <message>
        <source>at most 20 %</source>
        <translation>20 % على الأكثر</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>مدة الإقرار</translation>
    </message>
    <message>
        <source>none was</source>
        <translation>لم يُقَرّ بأيّ</translation>
    </message>
    <message>
        <source>Active at once, most</source>
        <translation>النشطة معًا، الأقصى</translation>
    </message>
    <message>
        <source>Unacknowledged, most</source>
        <translation>دون إقرار، الأقصى</translation>
    </message>
</context>
<context>
    <name>sb::BestSellerCard</name>
    <message>
        <source>Best sellers by region</source>
        <translation>الأكثر مبيعًا حسب المنطقة</translation>
    </message>
    <message>
        <source>Best sellers, ranks by regions</source>
        <translation>الأكثر مبيعًا، المراتب حسب المناطق</translation>
    </message>
    <message>
        <source>No region shows best sellers yet: they come with the first orders.</source>
        <translation>لا تعرض أي منطقة قائمة الأكثر مبيعًا بعد؛ فهي تظهر مع أولى الطلبيات.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>المرتبة</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>التوافق</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>same</source>
        <translation>مطابقة</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>مختلفة</translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s) differ</source>
        <translation>
            <numerusform>لا مراتب مختلفة</numerusform>
            <numerusform>مرتبة واحدة مختلفة</numerusform>
            <numerusform>مرتبتان مختلفتان</numerusform>
            <numerusform>%n مراتب مختلفة</numerusform>
            <numerusform>%n مرتبة مختلفة</numerusform>
            <numerusform>%n مرتبة مختلفة</numerusform>
        </translation>
    </message>
    <message>
        <source>all regions agree</source>
        <translation>كل المناطق متوافقة</translation>
    </message>
</context>
<context>
    <name>sb::ChartAdapter</name>
    <message>
        <source>Requests per second, by region</source>
        <translation>الطلبات في الثانية، حسب المنطقة</translation>
    </message>
    <message>
        <source>Latency, ms (p50 p95 p99)</source>
        <translation>زمن الاستجابة، م.ث (p50 p95 p99)</translation>
    </message>
    <message>
        <source>Errors, % of requests</source>
        <translation>الأخطاء، % من الطلبات</translation>
    </message>
    <message>
        <source>Replication lag, s (log)</source>
        <translation>تأخر النسخ المتماثل، ث (لوغاريتمي)</translation>
    </message>
    <message>
        <source>DNS answers, % by region</source>
        <translation>إجابات DNS، % حسب المنطقة</translation>
    </message>
    <message>
        <source>Requests/s by region</source>
        <translation>الطلبات/ث حسب المنطقة</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>زمن الاستجابة، م.ث</translation>
    </message>
    <message>
        <source>Errors, %</source>
        <translation>الأخطاء، %</translation>
    </message>
    <message>
        <source>Lag, s (log)</source>
        <translation>التأخر، ث (لوغاريتمي)</translation>
    </message>
    <message>
        <source>DNS answers, %</source>
        <translation>إجابات DNS، %</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Latest value of a chart line: %1 name, %2 value with unit</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>نسخ كصورة</translation>
    </message>
    <message>
        <source>Copy as data (CSV)</source>
        <translation>نسخ كبيانات (CSV)</translation>
    </message>
</context>
<context>
    <name>sb::ChartData</name>
    <message>
        <source>%1th percentile</source>
        <extracomment>Name of a latency series, for example &quot;95th percentile&quot;</extracomment>
        <translation>المئين %1</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>كل المناطق</translation>
    </message>
</context>
<context>
    <name>sb::ChartPlot</name>
    <message>
        <source>%1 s</source>
        <extracomment>Axis label: %1 is a negative number of seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Axis label: %1 is a negative number of minutes</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Axis label: %1 is a negative number of hours</extracomment>
        <translation>%1 س</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Crosshair readout: %1 short name of the line, %2 its value</extracomment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>sb::ChartsPanel</name>
    <message>
        <source>2 min</source>
        <translation>2 د</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 د</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 س</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 س</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <extracomment>Tool tip and accessible name of a button: %1 is &quot;15 minutes&quot;</extracomment>
        <translation>عرض المدى الأخير: %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message numerus="yes">
        <source>no data for %n s</source>
        <translation>
            <numerusform>لا بيانات حديثة</numerusform>
            <numerusform>لا بيانات منذ ثانية</numerusform>
            <numerusform>لا بيانات منذ ثانيتين</numerusform>
            <numerusform>لا بيانات منذ %n ثوانٍ</numerusform>
            <numerusform>لا بيانات منذ %n ثانية</numerusform>
            <numerusform>لا بيانات منذ %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ChecksCard</name>
    <message>
        <source>region outage</source>
        <translation>انقطاع المنطقة</translation>
    </message>
    <message>
        <source>gray failure: 30 % of its requests end in 500</source>
        <translation>عطل رمادي: 30 % من طلباتها تنتهي بالرمز 500</translation>
    </message>
    <message>
        <source>intermittent loss: fails for seconds, again and again</source>
        <translation>فقد متقطع: تعطل لثوانٍ، مرارًا وتكرارًا</translation>
    </message>
    <message>
        <source>health path broken, requests sound</source>
        <translation>مسار الصحة معطل والطلبات سليمة</translation>
    </message>
    <message>
        <source>85 % of the checkers cut off, customers well</source>
        <translation>85 % من نقاط الفحص مقطوعة والزبائن بخير</translation>
    </message>
    <message>
        <source>capacity drain</source>
        <translation>تصريف السعة</translation>
    </message>
    <message>
        <source>%1, %2 × %3, %4</source>
        <extracomment>design of a health check, interval, threshold, then how deep the health path asks</extracomment>
        <translation>%1، %2 × %3، %4</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>عميق</translation>
    </message>
    <message>
        <source>shallow</source>
        <translation>سطحي</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Which way of checking health works best?</source>
        <translation>أي طريقة لفحص الصحة هي الأجدى؟</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>مقا&amp;رنة</translation>
    </message>
    <message>
        <source>C&amp;opy as CSV</source>
        <translation>&amp;نسخ بصيغة CSV</translation>
    </message>
    <message>
        <source>Runs one incident in Ireland under ten settings of the check, with the same seeds, in worlds of two regions and nine virtual minutes each. The run itself goes on untouched.</source>
        <translation>تُجرى حادثة واحدة في أيرلندا بعشرة إعدادات للفحص، وبالبذور نفسها، في عوالم من منطقتين مدة كلٍّ منها تسع دقائق افتراضية. ويمضي التشغيل نفسه دون مساس.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>الحادثة</translation>
    </message>
    <message>
        <source> seeds each</source>
        <translation> بذور لكل إعداد</translation>
    </message>
    <message>
        <source>Seeds for each setting</source>
        <translation>عدد البذور لكل إعداد</translation>
    </message>
    <message>
        <source>Comparison of health checks</source>
        <translation>مقارنة فحوص الصحة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>after p50</source>
        <translation>بعد p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>False red</source>
        <translation>أحمر كاذب</translation>
    </message>
    <message>
        <source>Failed a run</source>
        <translation>فاشلة لكل تشغيل</translation>
    </message>
    <message>
        <source>Failed share</source>
        <translation>حصة الفاشل</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>التحولات</translation>
    </message>
    <message>
        <source>Moved p50</source>
        <translation>التحول p50</translation>
    </message>
    <message>
        <source>Runs in which the region&apos;s check turned red</source>
        <translation>عدد مرات التشغيل التي صار فيها فحص المنطقة أحمر</translation>
    </message>
    <message>
        <source>From the start of the incident, median of the runs that turned red</source>
        <translation>منذ بدء الحادثة، الوسيط بين مرات التشغيل التي صار فيها الفحص أحمر</translation>
    </message>
    <message>
        <source>From the start of the incident, 95th percentile</source>
        <translation>منذ بدء الحادثة، المئين 95</translation>
    </message>
    <message>
        <source>Red checks of regions whose customers were well, all runs</source>
        <translation>الفحوص الحمراء في مناطق كان زبائنها بخير، كل مرات التشغيل</translation>
    </message>
    <message>
        <source>Failed requests of customers, average of a run</source>
        <translation>طلبات الزبائن الفاشلة، متوسط التشغيل الواحد</translation>
    </message>
    <message>
        <source>Share of all requests of customers that failed</source>
        <translation>حصة الطلبات الفاشلة من كل طلبات الزبائن</translation>
    </message>
    <message>
        <source>Times that answers began to leave the region, all runs</source>
        <translation>عدد المرات التي بدأت فيها الإجابات تترك المنطقة، كل مرات التشغيل</translation>
    </message>
    <message>
        <source>Until the first answer left the region, median</source>
        <translation>المدة حتى تركت أول إجابة المنطقة، الوسيط</translation>
    </message>
    <message>
        <source>Until the first answer left the region, 95th percentile</source>
        <translation>المدة حتى تركت أول إجابة المنطقة، المئين 95</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Compared under %1. Customers are hurt: a red check is right.</source>
        <translation>المقارنة في حالة: %1. الزبائن متضررون: الفحص الأحمر صائب.</translation>
    </message>
    <message>
        <source>Compared under %1. Customers are well: a red check is a false alarm.</source>
        <translation>المقارنة في حالة: %1. الزبائن بخير: الفحص الأحمر إنذار كاذب.</translation>
    </message>
    <message>
        <source>✓ Fewest requests failed under: %1</source>
        <translation>✓ أقل الطلبات فشلًا مع: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
</context>
<context>
    <name>sb::ClockView</name>
    <message>
        <source>Time inside the simulation</source>
        <translation>الزمن داخل المحاكاة</translation>
    </message>
    <message>
        <source>virtual time · seed %1</source>
        <translation>زمن افتراضي · البذرة %1</translation>
    </message>
    <message>
        <source>re-simulating, %1</source>
        <translation>تُعاد المحاكاة، %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>paused · seed %1</source>
        <translation>متوقف مؤقتًا · البذرة %1</translation>
    </message>
    <message>
        <source>Virtual time %1, %2</source>
        <translation>الزمن الافتراضي %1، %2</translation>
    </message>
    <message>
        <source>Tue 00:00:00 UTC</source>
        <translation>الثلاثاء 00:00:00 UTC</translation>
    </message>
</context>
<context>
    <name>sb::CoachMark</name>
    <message>
        <source>Got it</source>
        <translation>فهمت</translation>
    </message>
</context>
<context>
    <name>sb::CommandButton</name>
    <message>
        <source>Press again to confirm, Esc to leave it</source>
        <translation>اضغط مرة أخرى للتأكيد، وEsc للإلغاء</translation>
    </message>
</context>
<context>
    <name>sb::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>Type what to do: a page, a region, a fault, a plan…</source>
        <translation>اكتب ما تريد: صفحة، منطقة، عطل، خطة…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>النتائج المطابقة</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>لا شيء يطابق. جرّب أحرفًا أقل.</translation>
    </message>
    <message>
        <source>Enter does it, the arrows choose, Esc leaves</source>
        <translation>Enter للتنفيذ، والأسهم للاختيار، وEsc للخروج</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>غير ممكن الآن: %1</translation>
    </message>
    <message>
        <source>Press Enter again to do it, Esc to leave it</source>
        <translation>اضغط Enter مرة أخرى للتنفيذ، وEsc للإلغاء</translation>
    </message>
</context>
<context>
    <name>sb::ComparedRun</name>
    <message>
        <source>Tracks of the compared run</source>
        <translation>مسارات التشغيل المقارَن</translation>
    </message>
    <message>
        <source>Aligned at the start</source>
        <translation>محاذاة عند البدء</translation>
    </message>
    <message>
        <source>Aligned at the first fault</source>
        <translation>محاذاة عند أول عطل</translation>
    </message>
    <message>
        <source>How the runs are aligned</source>
        <translation>طريقة محاذاة التشغيلين</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>إغلاق المقارنة</translation>
    </message>
    <message>
        <source>%1: %2, seed %3</source>
        <extracomment>the compared run: its file, its name, its seed</extracomment>
        <translation>%1: %2، البذرة %3</translation>
    </message>
</context>
<context>
    <name>sb::ConditionsBanner</name>
    <message>
        <source>Abnormal conditions</source>
        <translation>أحوال غير طبيعية</translation>
    </message>
</context>
<context>
    <name>sb::ConflictCard</name>
    <message>
        <source>Conflicts of the run</source>
        <translation>تعارضات هذا التشغيل</translation>
    </message>
    <message>
        <source>Conflicts of the run, newest first</source>
        <translation>تعارضات هذا التشغيل، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>تصفية بأي كلمة</translation>
    </message>
    <message>
        <source>Filter conflicts</source>
        <translation>تصفية التعارضات</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>الرابح</translation>
    </message>
    <message>
        <source>Loser</source>
        <translation>الخاسر</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 shown, %2 earlier ones dropped</source>
        <translation>المعروض: %1، والأقدم المحذوف: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>No conflict so far. Provoke one in the card beside, or cut a link and wait.</source>
        <translation>لا تعارض حتى الآن. أحدِث تعارضًا في البطاقة المجاورة، أو اقطع وصلة وانتظر.</translation>
    </message>
    <message>
        <source>No conflict contains these words. Clear the filter to see all %1.</source>
        <translation>لا تعارض يحوي هذه الكلمات. امسح التصفية لرؤية الكل (%1).</translation>
    </message>
</context>
<context>
    <name>sb::ControlsCard</name>
    <message>
        <source>Routing controls</source>
        <translation>مفاتيح التوجيه</translation>
    </message>
    <message>
        <source>This run has no routing controls.</source>
        <translation>لا مفاتيح توجيه في هذا التشغيل.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Override rules</source>
        <translation>تجاوز القواعد</translation>
    </message>
    <message>
        <source>Rules named here shall not refuse the change; it needs a reason</source>
        <translation>القواعد المذكورة هنا لن ترفض التغيير؛ ويلزم ذكر السبب</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>off</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>%1 now; staged</source>
        <translation>%1 الآن؛ التغيير مُعدّ</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 منذ %2</translation>
    </message>
    <message>
        <source>%1 is broken: %2</source>
        <translation>اختلّت القاعدة %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 endpoints in reach</source>
        <translation>نقاط النهاية المتاحة: %1 من %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Routing control %1</source>
        <translation>مفتاح التوجيه %1</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>تفعيل %1</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>إيقاف %1</translation>
    </message>
    <message>
        <source>Reason, for the record</source>
        <translation>السبب، للتوثيق</translation>
    </message>
    <message>
        <source>Reason for overriding, needed</source>
        <translation>سبب التجاوز، مطلوب</translation>
    </message>
    <message numerus="yes">
        <source>Overrides %n rule(s)</source>
        <translation>
            <numerusform>لا قواعد متجاوَزة</numerusform>
            <numerusform>تجاوز قاعدة واحدة</numerusform>
            <numerusform>تجاوز قاعدتين</numerusform>
            <numerusform>تجاوز %n قواعد</numerusform>
            <numerusform>تجاوز %n قاعدة</numerusform>
            <numerusform>تجاوز %n قاعدة</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>لا تغييرات للتطبيق</numerusform>
            <numerusform>تطبيق تغيير واحد</numerusform>
            <numerusform>تطبيق تغييرين</numerusform>
            <numerusform>تطبيق %n تغييرات</numerusform>
            <numerusform>تطبيق %n تغييرًا</numerusform>
            <numerusform>تطبيق %n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>تأكيد: %1</translation>
    </message>
    <message>
        <source>Confirm against the rules: %1</source>
        <translation>تأكيد خلافًا للقواعد: %1</translation>
    </message>
</context>
<context>
    <name>sb::CopiesView</name>
    <message>
        <source>cannot be read</source>
        <translation>تتعذر قراءتها</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>same</source>
        <translation>مطابقة</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>مختلفة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a version: the region that wrote it and its number there</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Copies of the key, a column for each region</source>
        <translation>نسخ المفتاح، عمود لكل منطقة</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2، %3</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>الإصدار %1</translation>
    </message>
</context>
<context>
    <name>sb::DataPage</name>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Copies of the key, a row for each region</source>
        <translation>نسخ المفتاح، صف لكل منطقة</translation>
    </message>
    <message>
        <source>Conflicts of this key, newest first</source>
        <translation>تعارضات هذا المفتاح، الأحدث أولًا</translation>
    </message>
    <message>
        <source>A key, such as book 1342</source>
        <translation>مفتاح، مثل book 1342</translation>
    </message>
    <message>
        <source>Key to look at</source>
        <translation>المفتاح المطلوب</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>عرض %1</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>النسخة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>اكتُشف في</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>الرابح</translation>
    </message>
    <message>
        <source>Loser</source>
        <translation>الخاسر</translation>
    </message>
    <message>
        <source>The loser was</source>
        <translation>كان الخاسر</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>Asking the stores …</source>
        <translation>يُسأل كل مخزن …</translation>
    </message>
    <message>
        <source>Type a key, or press one of the examples: every region&apos;s copy is then shown here, and how they differ.</source>
        <translation>اكتب مفتاحًا أو اضغط أحد الأمثلة: تظهر عندئذ نسخة كل منطقة هنا، ووجوه الاختلاف بينها.</translation>
    </message>
    <message>
        <source>All readable copies agree. %1</source>
        <translation>كل النسخ المقروءة متطابقة. %1</translation>
    </message>
    <message>
        <source>The copies differ. %1</source>
        <translation>النسخ مختلفة. %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>القاعدة: %1</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>مؤكَّدًا</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>غير مؤكَّد</translation>
    </message>
    <message>
        <source>No version of this key has lost to another.</source>
        <translation>لم يخسر أي إصدار من هذا المفتاح أمام غيره.</translation>
    </message>
</context>
<context>
    <name>sb::DecisionExplorer</name>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;سؤال</translation>
    </message>
    <message>
        <source>End trial</source>
        <translation>إنهاء التجربة</translation>
    </message>
    <message>
        <source>Routing decisions</source>
        <translation>قرارات التوجيه</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>سبب هذه الإجابة</translation>
    </message>
    <message>
        <source>Decisions, newest first</source>
        <translation>القرارات، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Only cities whose name has</source>
        <translation>المدن التي يحوي اسمها هذا فقط</translation>
    </message>
    <message>
        <source>Only answers that name</source>
        <translation>الإجابات التي تسمّي هذه المنطقة فقط</translation>
    </message>
    <message>
        <source>Only decisions by</source>
        <translation>القرارات لهذا السبب فقط</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>City that asks</source>
        <translation>المدينة السائلة</translation>
    </message>
    <message>
        <source>Resolver</source>
        <translation>المحلِّل</translation>
    </message>
    <message>
        <source>resolver that honours the TTL</source>
        <translation>محلِّل يلتزم بـ TTL</translation>
    </message>
    <message>
        <source>resolver that ignores the TTL</source>
        <translation>محلِّل يتجاهل TTL</translation>
    </message>
    <message>
        <source>Name asked for</source>
        <translation>الاسم المطلوب</translation>
    </message>
    <message>
        <source>Name; empty: the one that customers ask for</source>
        <translation>الاسم؛ إن تُرك فارغًا: الاسم الذي يطلبه الزبائن</translation>
    </message>
    <message>
        <source>Select a decision, or try one.</source>
        <translation>حدد قرارًا أو جرّب واحدًا.</translation>
    </message>
    <message>
        <source>any region</source>
        <translation>أي منطقة</translation>
    </message>
    <message>
        <source>any reason</source>
        <translation>أي سبب</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 of the latest %2</source>
        <translation>%1 من أحدث %2</translation>
    </message>
    <message>
        <source>%1; %2 more came faster than they can be shown</source>
        <translation>%1؛ وجاء %2 أخرى أسرع مما يمكن عرضه</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>ت&amp;ثبيت</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>متا&amp;بعة</translation>
    </message>
    <message>
        <source>&amp;Follow (%1 new)</source>
        <translation>متا&amp;بعة (الجديد: %1)</translation>
    </message>
    <message>
        <source>Shows what has come and follows again</source>
        <translation>عرض ما وصل ثم المتابعة مجددًا</translation>
    </message>
    <message>
        <source>Holds the list still; what comes is shown later</source>
        <translation>تثبيت القائمة؛ ويُعرض ما يصل لاحقًا</translation>
    </message>
    <message>
        <source>Choose the city that asks</source>
        <translation>اختر المدينة السائلة</translation>
    </message>
    <message>
        <source>No city of the run is called &apos;%1&apos;; choose one of the list</source>
        <translation>لا مدينة في هذا التشغيل باسم &apos;%1&apos;؛ اختر واحدة من القائمة</translation>
    </message>
    <message>
        <source>Asked anew with each tick; nothing of the run changes</source>
        <translation>يُعاد السؤال مع كل نبضة؛ ولا يتغير شيء في التشغيل</translation>
    </message>
    <message>
        <source>Asks the zone as it is now; nothing of the run changes</source>
        <translation>سؤال للنطاق بحاله الآن؛ ولا يتغير شيء في التشغيل</translation>
    </message>
</context>
<context>
    <name>sb::DecisionStream</name>
    <message>
        <source>no answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>How long resolvers may keep the answer</source>
        <translation>المدة التي يجوز للمحلِّلات الاحتفاظ بالإجابة فيها</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
</context>
<context>
    <name>sb::Decisions</name>
    <message>
        <source>%1, %2 red</source>
        <extracomment>reason of a decision, then the region that was struck out because its health check is red</extracomment>
        <translation>%1، %2 حمراء</translation>
    </message>
    <message>
        <source>%1, %2 held out</source>
        <translation>%1، %2 مستبعدة</translation>
    </message>
    <message>
        <source>%1, %2 ramping</source>
        <translation>%1، %2 قيد التدرج</translation>
    </message>
    <message>
        <source>Why no answer for %1?</source>
        <translation>لماذا لا إجابة لمدينة %1؟</translation>
    </message>
    <message>
        <source>Why %1 for %2?</source>
        <translation>لماذا %1 لمدينة %2؟</translation>
    </message>
    <message>
        <source>Rule: %1. The answer is kept for %2.</source>
        <translation>القاعدة: %1. تُحفظ الإجابة مدة %2.</translation>
    </message>
    <message>
        <source>With everything healthy: the same.</source>
        <translation>لو كان الكل سليمًا: النتيجة نفسها.</translation>
    </message>
    <message>
        <source>With everything healthy: %1.</source>
        <translation>لو كان الكل سليمًا: %1.</translation>
    </message>
    <message>
        <source>With %1 healthy: %1, %2.</source>
        <extracomment>the first and the second name are the same region</extracomment>
        <translation>لو كانت %1 سليمة: %1، %2.</translation>
    </message>
    <message>
        <source>With everything healthy: %1, %2.</source>
        <translation>لو كان الكل سليمًا: %1، %2.</translation>
    </message>
</context>
<context>
    <name>sb::DecisionsList</name>
    <message>
        <source>Last routing decisions</source>
        <translation>آخر قرارات التوجيه</translation>
    </message>
    <message>
        <source>Why this answer? Alt+Enter</source>
        <translation>لماذا هذه الإجابة؟ Alt+Enter</translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation>لماذا هذه الإجابة؟</translation>
    </message>
    <message>
        <source>Shows the candidates and what struck each of them out</source>
        <translation>عرض المرشحين وسبب شطب كل منهم</translation>
    </message>
</context>
<context>
    <name>sb::DecisionsModel</name>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 إلى %2، %3</translation>
    </message>
</context>
<context>
    <name>sb::DrillEditor</name>
    <message>
        <source>Text of the drill</source>
        <translation>نص التمرين</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>حفظ &amp;باسم…</translation>
    </message>
    <message>
        <source>&amp;Run this text</source>
        <translation>&amp;تشغيل هذا النص</translation>
    </message>
    <message>
        <source>Mistakes in the text</source>
        <translation>أغلاط النص</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>number of a line, what is wrong there</extracomment>
        <translation>السطر %1: %2</translation>
    </message>
    <message>
        <source>Choose a drill to read its text</source>
        <translation>اختر تمرينًا لقراءة نصه</translation>
    </message>
    <message>
        <source>Mistakes: %1</source>
        <translation>الأغلاط: %1</translation>
    </message>
    <message>
        <source>Sound; not saved</source>
        <translation>صحيح؛ غير محفوظ</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>صحيح: %1</translation>
    </message>
    <message>
        <source>Save drill as</source>
        <translation>حفظ التمرين باسم</translation>
    </message>
    <message>
        <source>Drills (*.toml)</source>
        <translation>التمارين (*.toml)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that you may write to and that has room.</source>
        <translation>تعذرت كتابة %1: %2. اختر مجلدًا يُسمح لك بالكتابة فيه وفيه متسع.</translation>
    </message>
</context>
<context>
    <name>sb::DrillListCard</name>
    <message>
        <source>Drills to choose from</source>
        <translation>التمارين المتاحة</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>التمارين</translation>
    </message>
    <message>
        <source>Ano&amp;ther seed</source>
        <translation>بذرة &amp;أخرى</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;بدء</translation>
    </message>
    <message>
        <source>Start &amp;paused</source>
        <translation>بدء متو&amp;قفًا</translation>
    </message>
    <message>
        <source>Rando&amp;m faults</source>
        <translation>أعطال &amp;عشوائية</translation>
    </message>
    <message>
        <source>&amp;Copy as command line</source>
        <translation>&amp;نسخ كسطر أوامر</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>&amp;فتح ملف…</translation>
    </message>
    <message>
        <source>Find a drill</source>
        <translation>البحث عن تمرين</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>التمرين</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>الصعوبة</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>The same drill and seed are the same run, here and on the command line.</source>
        <translation>التمرين نفسه بالبذرة نفسها هو التشغيل نفسه، هنا وفي سطر الأوامر.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>how fast virtual time goes, such as &quot;10×&quot;</extracomment>
        <translation>بسرعة %1</translation>
    </message>
    <message>
        <source>Draws a drill of random faults from a new seed and shows its text</source>
        <translation>توليد تمرين بأعطال عشوائية من بذرة جديدة وعرض نصه</translation>
    </message>
    <message>
        <source>mistakes</source>
        <translation>أغلاط</translation>
    </message>
    <message>
        <source>Reading the drills …</source>
        <translation>تُقرأ التمارين …</translation>
    </message>
    <message>
        <source>No drill has these letters.</source>
        <translation>لا تمرين فيه هذه الأحرف.</translation>
    </message>
    <message>
        <source>%1 · steps: %2 · checks: %3 · own seed %4</source>
        <extracomment>length, how many steps, how many checks, number</extracomment>
        <translation>%1 · الخطوات: %2 · التحققات: %3 · بذرته %4</translation>
    </message>
</context>
<context>
    <name>sb::DrillProgressCard</name>
    <message>
        <source>Steps of the drill</source>
        <translation>خطوات التمرين</translation>
    </message>
    <message>
        <source>Checks of the drill</source>
        <translation>تحققات التمرين</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Show its &amp;event</source>
        <translation>إظهار &amp;حدثها</translation>
    </message>
    <message>
        <source>Run again with another &amp;seed</source>
        <translation>التشغيل مجددًا ب&amp;بذرة أخرى</translation>
    </message>
    <message>
        <source>&amp;Audit of the alarms</source>
        <translation>ت&amp;دقيق الإنذارات</translation>
    </message>
    <message>
        <source>At</source>
        <translation>عند</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>This run follows no drill. Choose one and start it.</source>
        <translation>هذا التشغيل لا يتبع تمرينًا. اختر واحدًا وابدأه.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>The checks of a drill are judged while it runs, and for good at its end.</source>
        <translation>يُحكم على تحققات التمرين أثناء جريانه، والحكم النهائي في آخره.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Against its target</source>
        <translation>مقابل الهدف</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>This run follows no drill</source>
        <translation>هذا التشغيل لا يتبع تمرينًا</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>البذرة %1</translation>
    </message>
    <message>
        <source>Next in %1: %2</source>
        <extracomment>a time such as &quot;1 min 20 s&quot;, then an order in the program&apos;s own words</extracomment>
        <translation>التالي خلال %1: %2</translation>
    </message>
    <message>
        <source>All steps are done; judged in %1</source>
        <translation>تمت كل الخطوات؛ الحكم خلال %1</translation>
    </message>
    <message>
        <source>At its end; the last checks are being judged</source>
        <translation>في آخره؛ يجري الحكم على آخر التحققات</translation>
    </message>
    <message>
        <source>Passed: every check holds. The run goes on</source>
        <translation>نجح: كل التحققات ناجحة. ويمضي التشغيل</translation>
    </message>
    <message>
        <source>Failed: %1 of %2 checks do not hold. The run goes on</source>
        <translation>فشل: التحققات غير الناجحة: %1 من %2. ويمضي التشغيل</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>بلا هدف</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>الهدف: %1</translation>
    </message>
    <message>
        <source>met: %1</source>
        <translation>محقَّق: %1</translation>
    </message>
    <message>
        <source>missed: %1</source>
        <translation>غير محقق: %1</translation>
    </message>
</context>
<context>
    <name>sb::Drills</name>
    <message>
        <source>easy</source>
        <extracomment>of a drill</extracomment>
        <translation>سهل</translation>
    </message>
    <message>
        <source>medium</source>
        <extracomment>of a drill</extracomment>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>hard</source>
        <extracomment>of a drill</extracomment>
        <translation>صعب</translation>
    </message>
    <message>
        <source>due</source>
        <extracomment>a step of a drill whose time has not come</extracomment>
        <translation>منتظرة</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تمت</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>نجح</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>passes so far</source>
        <extracomment>a check of a drill, before its end</extracomment>
        <translation>ناجح حتى الآن</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ليس بعد</translation>
    </message>
</context>
<context>
    <name>sb::DrillsPage</name>
    <message>
        <source>Drills</source>
        <translation>التمارين</translation>
    </message>
    <message>
        <source>Views of the drill</source>
        <translation>عروض التمرين</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>هذا التشغيل</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>التكرارات</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>ماذا لو</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what kind of failure, then the reason</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The drills were not read</source>
        <translation>لم تُقرأ التمارين</translation>
    </message>
    <message>
        <source>Open drill</source>
        <translation>فتح تمرين</translation>
    </message>
    <message>
        <source>Drills (*.toml)</source>
        <translation>التمارين (*.toml)</translation>
    </message>
    <message>
        <source>Drawn from seed %1. Run it, change it or save it.</source>
        <translation>وُلّد من البذرة %1. شغِّله أو غيِّره أو احفظه.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>نُسخ: %1</translation>
    </message>
</context>
<context>
    <name>sb::EventModel</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>two regions of a link</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>الزمن الافتراضي</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>الفاعل</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
</context>
<context>
    <name>sb::ExplainPanel</name>
    <message>
        <source>Explanation of the decision</source>
        <translation>شرح القرار</translation>
    </message>
    <message>
        <source>Close explanation</source>
        <translation>إغلاق الشرح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>المرشح</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>ذهاب وإياب</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>sb::ExplanationView</name>
    <message>
        <source>Candidate</source>
        <translation>المرشح</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>ذهاب وإياب</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>المسموح</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>المرشحون</translation>
    </message>
    <message>
        <source>The way through the records</source>
        <translation>المسار عبر السجلات</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Checkers that say healthy, of all; more than 18 % must</source>
        <translation>نقاط الفحص التي تحكم بالسلامة، من الكل؛ يلزم أكثر من 18 %</translation>
    </message>
    <message>
        <source>The share of its natural answers that the region may receive, as of now</source>
        <translation>حصة المنطقة المسموحة من إجاباتها الطبيعية، حتى هذه اللحظة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✕ struck out: %1</source>
        <translation>✕ مشطوب: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>%1 cannot be tried</source>
        <translation>تتعذر تجربة %1</translation>
    </message>
    <message>
        <source>%1 would now be answered %2, kept for %3.</source>
        <translation>الإجابة لمدينة %1 الآن: %2، وتُحفظ مدة %3.</translation>
    </message>
    <message>
        <source>Its resolver holds nothing.</source>
        <translation>محلِّلها لا يحتفظ بشيء.</translation>
    </message>
    <message>
        <source>Its resolver holds the same.</source>
        <translation>محلِّلها يحتفظ بالإجابة نفسها.</translation>
    </message>
    <message>
        <source>Its resolver still holds %1.</source>
        <translation>ما زال محلِّلها يحتفظ بالإجابة %1.</translation>
    </message>
    <message>
        <source>With everything healthy: the same.</source>
        <translation>لو كان الكل سليمًا: النتيجة نفسها.</translation>
    </message>
    <message>
        <source>With everything healthy: %1.</source>
        <translation>لو كان الكل سليمًا: %1.</translation>
    </message>
    <message>
        <source>Tried: %1 for %2</source>
        <translation>تجربة: %1 لمدينة %2</translation>
    </message>
</context>
<context>
    <name>sb::FailBackProgress</name>
    <message>
        <source>Fail back progress</source>
        <translation>تقدم الإعادة إلى الخدمة</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 · %2 to arrive</source>
        <translation>%1 · لم يصل بعد: %2</translation>
    </message>
</context>
<context>
    <name>sb::FaultChip</name>
    <message>
        <source>%1 Drag it onto the map, or press it to apply it to the selection.</source>
        <translation>%1 اسحبه إلى الخريطة، أو اضغطه لتطبيقه على التحديد.</translation>
    </message>
</context>
<context>
    <name>sb::FaultConfirm</name>
    <message>
        <source>Leave it</source>
        <translation>خروج منها</translation>
    </message>
    <message>
        <source>Nothing is broken (Esc)</source>
        <translation>عدم إحداث أي عطل (Esc)</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <extracomment>%1 is a fault with its place: &quot;Region outage, Ireland&quot;</extracomment>
        <translation>تأكيد: %1</translation>
    </message>
</context>
<context>
    <name>sb::FaultPalette</name>
    <message>
        <source>Faults to drag onto the map</source>
        <translation>الأعطال التي تُسحب إلى الخريطة</translation>
    </message>
    <message>
        <source>Break something</source>
        <translation>إحداث عطل</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>more kinds of faults</extracomment>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>More faults</source>
        <translation>مزيد من الأعطال</translation>
    </message>
    <message>
        <source>Five more faults; all of them are in the menu of a region.</source>
        <translation>خمسة أعطال أخرى؛ وكلها في قائمة المنطقة.</translation>
    </message>
    <message>
        <source>&amp;Ends after</source>
        <translation>ينت&amp;هي بعد</translation>
    </message>
    <message>
        <source>Fault ends by itself after</source>
        <translation>ينتهي العطل تلقائيًا بعد</translation>
    </message>
</context>
<context>
    <name>sb::FollowCard</name>
    <message>
        <source>Browsers</source>
        <translation>متصفحات</translation>
    </message>
    <message>
        <source>Browsers, stale resolver</source>
        <translation>متصفحات، محلِّل متقادم</translation>
    </message>
    <message>
        <source>Programs, one lookup</source>
        <translation>برامج، استعلام واحد</translation>
    </message>
    <message>
        <source>Programs, kept connections</source>
        <translation>برامج، اتصالات دائمة</translation>
    </message>
    <message>
        <source>Follow a customer</source>
        <translation>متابعة زبون</translation>
    </message>
    <message>
        <source>Calls of the customer, newest first</source>
        <translation>استدعاءات الزبون، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Number of a customer, such as 7</source>
        <translation>رقم زبون، مثل 7</translation>
    </message>
    <message>
        <source>Customer to follow</source>
        <translation>الزبون المراد متابعته</translation>
    </message>
    <message>
        <source>or somebody in</source>
        <translation>أو أحد الزبائن في</translation>
    </message>
    <message>
        <source>City of the customer who is offered</source>
        <translation>مدينة الزبون المقترح</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>الاستدعاء</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>متابعة %1</translation>
    </message>
    <message>
        <source>nobody now</source>
        <translation>لا أحد الآن</translation>
    </message>
    <message>
        <source>A customer is a number from 1 on, such as 7.</source>
        <translation>الزبون رقم يبدأ من 1، مثل 7.</translation>
    </message>
    <message>
        <source>Waiting for the customer&apos;s next call …</source>
        <translation>بانتظار الاستدعاء التالي للزبون …</translation>
    </message>
    <message>
        <source>No call yet. A customer of this number may not be in the shop now.</source>
        <translation>لا استدعاء بعد. قد لا يكون في المتجر الآن زبون بهذا الرقم.</translation>
    </message>
    <message>
        <source>Type a customer&apos;s number, or follow somebody of a city, then break a region: the calls show where the customer moves.</source>
        <translation>اكتب رقم زبون، أو تابع أحد الزبائن في مدينة، ثم أعطِل منطقة: تُظهر الاستدعاءات وجهة انتقال الزبون.</translation>
    </message>
    <message>
        <source>Nobody of the number %1 is in the shop now; the next visit will be followed.</source>
        <translation>لا أحد بالرقم %1 في المتجر الآن؛ ستُتابَع الزيارة التالية.</translation>
    </message>
    <message>
        <source>Customer %1 in %2; the next call leads nowhere</source>
        <translation>الزبون %1 في %2؛ الاستدعاء التالي لا يصل إلى أي مكان</translation>
    </message>
    <message>
        <source>Customer %1 in %2; the next call goes to %3</source>
        <translation>الزبون %1 في %2؛ الاستدعاء التالي يذهب إلى %3</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>لا مكان</translation>
    </message>
    <message>
        <source>moved to %1</source>
        <extracomment>the region that a customer&apos;s calls go to from here on</extracomment>
        <translation>انتقل إلى %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>لا رد</translation>
    </message>
</context>
<context>
    <name>sb::ForecastCard</name>
    <message>
        <source>What if this were done now?</source>
        <translation>ماذا لو نُفّذ هذا الآن؟</translation>
    </message>
    <message>
        <source>&amp;Forecast</source>
        <translation>تو&amp;قع</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>&amp;نسخ بصيغة CSV</translation>
    </message>
    <message>
        <source>Runs many futures of this very moment, with other chance in each, while the run goes on untouched. A cell says the median and from p5 to p95 of the futures; its bar reaches from the least to the most. The latest three forecasts stand side by side.</source>
        <translation>تُجرى سيناريوهات كثيرة انطلاقًا من هذه اللحظة نفسها، بمصادفات مختلفة في كل منها، ويمضي التشغيل دون مساس. تذكر الخلية وسيط السيناريوهات والمدى من p5 إلى p95؛ ويمتد شريطها من الأدنى إلى الأعلى. وتُعرض آخر ثلاثة توقعات جنبًا إلى جنب.</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>دون أي إجراء</translation>
    </message>
    <message>
        <source>the region fails</source>
        <translation>تتعطل المنطقة</translation>
    </message>
    <message>
        <source>the region is lost with its store</source>
        <translation>تُفقد المنطقة مع مخزنها</translation>
    </message>
    <message>
        <source>the region is shifted away from</source>
        <translation>يُحوَّل المرور عن المنطقة</translation>
    </message>
    <message>
        <source>the region is failed back</source>
        <translation>تُعاد المنطقة إلى الخدمة</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>الإجراء المفترض</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source> futures</source>
        <translation> سيناريو</translation>
    </message>
    <message>
        <source>Number of futures</source>
        <translation>عدد السيناريوهات</translation>
    </message>
    <message>
        <source> min ahead</source>
        <translation> د إلى الأمام</translation>
    </message>
    <message>
        <source>How far ahead, in minutes</source>
        <translation>المدى إلى الأمام، بالدقائق</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>التوقعات</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>تعطُّل %1</translation>
    </message>
    <message>
        <source>%1 is lost</source>
        <translation>فقدان %1</translation>
    </message>
    <message>
        <source>Shift away from %1</source>
        <translation>تحويل المرور عن %1</translation>
    </message>
    <message>
        <source>%1 is failed back</source>
        <translation>إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>دون أي إجراء</translation>
    </message>
    <message>
        <source>%1
at %2, %3 futures of %4</source>
        <extracomment>what is done, then when, how many futures, how long</extracomment>
        <translation>%1
عند %2، سيناريوهات: %3، المدى: %4</translation>
    </message>
</context>
<context>
    <name>sb::ForecastTable</name>
    <message>
        <source>Interruption (RTO)</source>
        <translation>الانقطاع (RTO)</translation>
    </message>
    <message>
        <source>First alarm after</source>
        <translation>أول إنذار بعد</translation>
    </message>
    <message>
        <source>Writes at risk (RPO)</source>
        <translation>كتابات معرّضة للخطر (RPO)</translation>
    </message>
    <message>
        <source>Money at risk</source>
        <translation>مبالغ معرّضة للخطر</translation>
    </message>
    <message>
        <source>Oldest write at risk</source>
        <translation>أقدم كتابة معرّضة للخطر</translation>
    </message>
    <message>
        <source>Writes lost for good</source>
        <translation>كتابات مفقودة نهائيًا</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>طلبات فاشلة</translation>
    </message>
    <message>
        <source>Refused as too busy</source>
        <translation>رُفضت للانشغال</translation>
    </message>
    <message>
        <source>Units oversold</source>
        <translation>مبيع فوق المخزون</translation>
    </message>
    <message>
        <source>Peak load</source>
        <translation>ذروة الحمل</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>الإجمالي %1</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <extracomment>median of a distribution, then its 5th and 95th percentile</extracomment>
        <translation>%1 (%2 – %3)</translation>
    </message>
    <message>
        <source>in %1 of %2 futures</source>
        <translation>في %1 من %2 من السيناريوهات</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: %2
least %3, p5 %4, p50 %5, p95 %6, most %7</source>
        <translation>%1: %2
الأدنى %3، p5 %4، p50 %5، p95 %6، الأعلى %7</translation>
    </message>
</context>
<context>
    <name>sb::FramedPage</name>
    <message>
        <source>Show as table</source>
        <translation>عرض كجدول</translation>
    </message>
    <message>
        <source>The same values as a table (%1)</source>
        <translation>القيم نفسها في جدول (%1)</translation>
    </message>
</context>
<context>
    <name>sb::FunnelBars</name>
    <message>
        <source>Visits</source>
        <translation>الزيارات</translation>
    </message>
    <message>
        <source>Browsed</source>
        <translation>تصفحت</translation>
    </message>
    <message>
        <source>With a cart</source>
        <translation>لديها سلة</translation>
    </message>
    <message>
        <source>At checkout</source>
        <translation>عند الدفع</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>أتمت طلبية</translation>
    </message>
    <message>
        <source>How far visits get, last minute</source>
        <translation>المدى الذي تبلغه الزيارات، آخر دقيقة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No visit ended in the last minute. Resume the run to see how far visits get.</source>
        <translation>لم تنته أي زيارة في الدقيقة الأخيرة. استأنف التشغيل لرؤية المدى الذي تبلغه الزيارات.</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <extracomment>a count, and which share of the stage before it is</extracomment>
        <translation>%1  (%2)</translation>
    </message>
</context>
<context>
    <name>sb::IncidentPage</name>
    <message>
        <source>Incident</source>
        <translation>الحادثة</translation>
    </message>
    <message>
        <source>Events in the range</source>
        <translation>أحداث المدى</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Of the run</source>
        <translation>زمن التشغيل</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>No events in this range: zoom out with S, or look for another text.</source>
        <translation>لا أحداث في هذا المدى: صغّر بالمفتاح S، أو ابحث عن نص آخر.</translation>
    </message>
    <message>
        <source>Find in events</source>
        <translation>البحث في الأحداث</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Keep the present in view (End)</source>
        <translation>إبقاء الحاضر ظاهرًا (End)</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <source>Which tracks are shown, and which are pinned to the top</source>
        <translation>المسارات الظاهرة، والمثبَّتة منها في الأعلى</translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation>علامة…</translation>
    </message>
    <message>
        <source>Sets a flag of your own on the ruler; it is not part of the record (B)</source>
        <translation>وضع علامة خاصة بك على المسطرة؛ وهي ليست من السجل (B)</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>ملاحظة…</translation>
    </message>
    <message>
        <source>Writes one line of yours into the incident record, as of now</source>
        <translation>كتابة سطر منك في سجل الحادثة، بتاريخ الآن</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>مقارنة…</translation>
    </message>
    <message>
        <source>Lays the recording of another run under this one, over the same axis</source>
        <translation>وضع تسجيل تشغيل آخر تحت هذا التشغيل، على المحور نفسه</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>%1 found</source>
        <extracomment>how many events hold the text that is looked for</extracomment>
        <translation>وُجد %1</translation>
    </message>
    <message>
        <source>Show track %1</source>
        <translation>إظهار المسار %1</translation>
    </message>
    <message>
        <source>Hide track %1</source>
        <translation>إخفاء المسار %1</translation>
    </message>
    <message>
        <source>Usual order, all shown</source>
        <translation>الترتيب المعتاد، الكل ظاهر</translation>
    </message>
    <message>
        <source>Usual order of tracks</source>
        <translation>الترتيب المعتاد للمسارات</translation>
    </message>
    <message>
        <source>Set flag</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Rename flag</source>
        <translation>إعادة تسمية العلامة</translation>
    </message>
    <message>
        <source>What the flag at %1 says:</source>
        <translation>نص العلامة عند %1:</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>One line for the incident record:</source>
        <translation>سطر واحد لسجل الحادثة:</translation>
    </message>
    <message>
        <source>Compare with a session</source>
        <translation>مقارنة بجلسة</translation>
    </message>
    <message>
        <source>Signalbox sessions (*.signalbox)</source>
        <translation>جلسات Signalbox (*.signalbox)</translation>
    </message>
    <message>
        <source>Not compared. %1: %2</source>
        <extracomment>what kind of failure, then the file and the reason</extracomment>
        <translation>لم تُجرَ المقارنة. %1: %2</translation>
    </message>
</context>
<context>
    <name>sb::IncidentText</name>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Seconds of the run</source>
        <translation>ثواني التشغيل</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>الخطورة</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>الفاعل</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>العنصر</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration, %3 its target</extracomment>
        <translation>%1 %2 من %3</translation>
    </message>
    <message>
        <source>%1k</source>
        <extracomment>thousands of events in one narrow box: &quot;12k&quot;</extracomment>
        <translation>%1 ألف</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>two regions of a link</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what happened, and where
----------
state of a region, for how long: &quot;Failed, 2 min 05 s&quot;</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, no events in view</source>
        <extracomment>a track of the incident page: its name, how many events are in view, the worst of their severities</extracomment>
        <translation>%1، لا أحداث ظاهرة</translation>
    </message>
    <message>
        <source>%1, %2 in view, worst: %3</source>
        <translation>%1، الظاهر: %2، الأسوأ: %3</translation>
    </message>
    <message>
        <source>as many failed checks as the threshold wants</source>
        <translation>عدد الفحوص الفاشلة الذي تطلبه العتبة</translation>
    </message>
    <message>
        <source>time to live of the DNS answers</source>
        <translation>مدة بقاء إجابات DNS</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>بلا هدف</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>استُعيد</translation>
    </message>
    <message>
        <source>objective of the run, from the first error that users saw</source>
        <translation>هدف التشغيل، من أول خطأ رآه المستخدمون</translation>
    </message>
    <message>
        <source>Oldest at risk</source>
        <translation>أقدم معرّض للخطر</translation>
    </message>
    <message>
        <source>objective of the run for the replication lag</source>
        <translation>هدف التشغيل لتأخر النسخ المتماثل</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>no samples</source>
        <extracomment>of the greatest values of each second: the least, the greatest, their mean</extracomment>
        <translation>لا عينات</translation>
    </message>
    <message>
        <source>%1 … %2, mean %3</source>
        <translation>%1 … %2، المتوسط %3</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Faults active</source>
        <translation>الأعطال النشطة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Errors by second</source>
        <translation>الأخطاء حسب الثانية</translation>
    </message>
    <message>
        <source>Lag by second</source>
        <translation>التأخر حسب الثانية</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>طلبات فاشلة</translation>
    </message>
    <message>
        <source>Routing decisions</source>
        <translation>قرارات التوجيه</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Writes at risk</source>
        <translation>كتابات معرّضة للخطر</translation>
    </message>
    <message>
        <source>Writes overwritten</source>
        <translation>كتابات كُتب فوقها</translation>
    </message>
    <message>
        <source>Writes lost</source>
        <translation>كتابات مفقودة</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <extracomment>the longest time without any event: how long, and from when</extracomment>
        <translation>أطول فجوة</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>متساوٍ</translation>
    </message>
    <message>
        <source>Orders at risk</source>
        <translation>طلبيات في خطر</translation>
    </message>
    <message>
        <source>0 … %1 %</source>
        <translation>0 … %1 %</translation>
    </message>
    <message>
        <source>0.1 … 100 s, log.</source>
        <translation>0.1 … 100 ث، لوغ.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغِّل</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Region states</source>
        <translation>حالات المناطق</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>فحوص الصحة</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>تأخر النسخ المتماثل</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>Plans and drill</source>
        <translation>الخطط والتمرين</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Commands, accepted or refused, and fail-backs from start to end</source>
        <translation>الأوامر، مقبولة أو مرفوضة، والإعادات إلى الخدمة من البدء إلى الانتهاء</translation>
    </message>
    <message>
        <source>Each fault from its injection to its reversal</source>
        <translation>كل عطل من حقنه إلى عكسه</translation>
    </message>
    <message>
        <source>The state of each region, and what was ordered about it</source>
        <translation>حالة كل منطقة، وما أُمر به بشأنها</translation>
    </message>
    <message>
        <source>Regions that checkers found red, and each checker that changed its mind</source>
        <translation>المناطق التي رأتها نقاط الفحص حمراء، وكل نقطة فحص غيّرت حكمها</translation>
    </message>
    <message>
        <source>Shares of the DNS answers by region, and what steered them</source>
        <translation>حصص إجابات DNS حسب المنطقة، وما وجّهها</translation>
    </message>
    <message>
        <source>Failed requests, the greatest share in each second</source>
        <translation>الطلبات الفاشلة، أكبر حصة في كل ثانية</translation>
    </message>
    <message>
        <source>The greatest lag over all pairs in each second, in its source&apos;s colour</source>
        <translation>أكبر تأخر بين كل الأزواج في كل ثانية، بلون مصدره</translation>
    </message>
    <message>
        <source>Conflicts between regions, and what became of writes at risk</source>
        <translation>التعارضات بين المناطق، وما آلت إليه الكتابات المعرّضة للخطر</translation>
    </message>
    <message>
        <source>Recovery plans with their steps, and the checks of a drill</source>
        <translation>خطط التعافي بخطواتها، وتحققات التمرين</translation>
    </message>
    <message>
        <source>What people wrote into the record</source>
        <translation>ما كتبه الأشخاص في السجل</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>restoration of service against its objective: how long it took (or has taken), the objective</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Calendar, UTC</source>
        <translation>التقويم، UTC</translation>
    </message>
    <message>
        <source>Time of the run</source>
        <translation>زمن التشغيل</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>المراحل</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>الهدف</translation>
    </message>
    <message>
        <source>%1 older events not kept</source>
        <translation>أحداث أقدم لم تُحفظ: %1</translation>
    </message>
    <message>
        <source>%1 Selected: %2 to %3.</source>
        <translation>%1 المحدد: %2 إلى %3.</translation>
    </message>
</context>
<context>
    <name>sb::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدم</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
</context>
<context>
    <name>sb::JournalView</name>
    <message>
        <source>&amp;Follow</source>
        <translation>متا&amp;بعة</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>سجل الأحداث</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>تصفية بأي كلمة</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>تصفية الأحداث</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>أدنى خطورة</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>كل درجات الخطورة</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 فما فوق</translation>
    </message>
    <message>
        <source>Keeps the newest event in view</source>
        <translation>إبقاء أحدث حدث ظاهرًا</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>&amp;نسخ بصيغة CSV</translation>
    </message>
    <message>
        <source>Copies the rows shown as comma-separated values</source>
        <translation>نسخ الصفوف المعروضة كقيم مفصولة بفواصل</translation>
    </message>
    <message>
        <source>Journal of events</source>
        <translation>سجل الأحداث</translation>
    </message>
    <message>
        <source>%1 of %2 events, older ones only in the record</source>
        <translation>%1 من %2 حدث، والأقدم في سجل الحادثة فقط</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 من %2 حدث</translation>
    </message>
</context>
<context>
    <name>sb::LadderView</name>
    <message>
        <source>Positions in the source&apos;s log: written %1, sent %2, applied %3</source>
        <translation>المواضع في سجل المصدر: كُتب %1، أُرسل %2، طُبّق %3</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>كُتب</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>طُبّق</translation>
    </message>
    <message>
        <source>%1  (−%2)</source>
        <extracomment>position in a log, and how many entries it is behind</extracomment>
        <translation>%1  (−%2)</translation>
    </message>
</context>
<context>
    <name>sb::LoadBar</name>
    <message>
        <source>%1 of capacity now, %2 if it must carry the most loaded other region too</source>
        <translation>%1 من السعة الآن، و%2 إن حملت معها المنطقة الأخرى الأعلى حملًا</translation>
    </message>
</context>
<context>
    <name>sb::MainWindow</name>
    <message>
        <source>Start drill: %1</source>
        <translation>بدء التمرين: %1</translation>
    </message>
    <message>
        <source>Ends this run and starts the drill; %1</source>
        <translation>إنهاء هذا التشغيل وبدء التمرين؛ %1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>التمرين</translation>
    </message>
    <message>
        <source>Confirm: start %1</source>
        <translation>تأكيد: بدء %1</translation>
    </message>
    <message>
        <source>%1 does not fit the selection. Select a region on the map first, or drag the fault onto it.</source>
        <translation>%1 لا يناسب التحديد. حدد منطقة على الخريطة أولًا، أو اسحب العطل إليها.</translation>
    </message>
    <message>
        <source>Signalbox sessions (*.signalbox)</source>
        <translation>جلسات Signalbox (*.signalbox)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what kind of failure, then the reason</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>فتح جلسة</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>حفظ الجلسة باسم</translation>
    </message>
    <message>
        <source>Export incident record</source>
        <translation>تصدير سجل الحادثة</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>أُلغي: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
    <message>
        <source>No session opened yet</source>
        <translation>لم تُفتح أي جلسة بعد</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Starts a new run with the present regions and %1</source>
        <translation>بدء تشغيل جديد بالمناطق الحالية و%1</translation>
    </message>
    <message>
        <source>All regions run already</source>
        <translation>كل المناطق مشغَّلة بالفعل</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>حول Signalbox</translation>
    </message>
    <message>
        <source>&lt;b&gt;Signalbox %1&lt;/b&gt;&lt;br&gt;Control room for a service that runs in several cloud regions.</source>
        <translation>&lt;b&gt;Signalbox %1&lt;/b&gt;&lt;br&gt;غرفة تحكم لخدمة تعمل في عدة مناطق سحابية.</translation>
    </message>
    <message>
        <source>Licensed under the GNU General Public License, version 3 or later.

Coastlines: Natural Earth, public domain. Cities: GeoNames, CC BY 4.0. Books: Project Gutenberg. Round trips: cloudping.co.</source>
        <translation>مرخَّص بموجب رخصة جنو العمومية العامة (GNU General Public License)، الإصدار 3 أو أحدث.

خطوط السواحل: Natural Earth، ملكية عامة. المدن: GeoNames، CC BY 4.0. الكتب: Project Gutenberg. أزمنة الذهاب والإياب: cloudping.co.</translation>
    </message>
    <message>
        <source>%1, seed %2 – Signalbox</source>
        <extracomment>title of the window: name of the run, seed</extracomment>
        <translation>%1، البذرة %2 – Signalbox</translation>
    </message>
    <message>
        <source>Not acknowledged: %1</source>
        <extracomment>alarms that nobody has acknowledged; then their number</extracomment>
        <translation>دون إقرار: %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>ا&amp;ستئناف</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>إيقاف &amp;مؤقت</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>استعادة %1</translation>
    </message>
    <message>
        <source>Reverses every fault of the region and its links</source>
        <translation>عكس كل أعطال المنطقة ووصلاتها</translation>
    </message>
    <message>
        <source>Abort fail back of %1</source>
        <translation>إجهاض إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>The region is held out again</source>
        <translation>تُستبعد المنطقة مجددًا</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>%1 is serving</source>
        <translation>منطقة %1 في الخدمة</translation>
    </message>
    <message>
        <source>Fail back %1: waits for %2</source>
        <translation>إعادة %1 إلى الخدمة: بانتظار %2</translation>
    </message>
    <message>
        <source>Catches up, verifies, then brings users back in steps</source>
        <translation>استدراك فتحقق، ثم إعادة المستخدمين على مراحل</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>إضافة ملاحظة</translation>
    </message>
    <message>
        <source>One line for the incident record:</source>
        <translation>سطر واحد لسجل الحادثة:</translation>
    </message>
    <message>
        <source>Drag “%1” onto %2</source>
        <translation>سحب «%1» إلى %2</translation>
    </message>
    <message>
        <source>it does not apply at present</source>
        <translation>لا ينطبق في الوقت الحاضر</translation>
    </message>
    <message>
        <source>Confirm: clear all faults</source>
        <translation>تأكيد: إزالة كل الأعطال</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Re-simulates the recorded session and goes on from its end</source>
        <translation>إعادة محاكاة الجلسة المسجَّلة ثم المتابعة من نهايتها</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>جلسة</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>تحديد %1</translation>
    </message>
    <message>
        <source>%1 in the inspector and on every page</source>
        <translation>%1 في المعاين وفي كل الصفحات</translation>
    </message>
    <message>
        <source>%1 has no fault</source>
        <translation>لا عطل في %1</translation>
    </message>
    <message>
        <source>%1 is not ready</source>
        <translation>منطقة %1 غير جاهزة</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>بانتظار %1</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out again</source>
        <translation>تأكيد: استبعاد %1 مجددًا</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>تأكيد: إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>%1 Ends by itself after %2.</source>
        <extracomment>what a fault does (a sentence), when it ends</extracomment>
        <translation>%1 ينتهي من تلقائه بعد %2.</translation>
    </message>
    <message>
        <source>fail break inject</source>
        <translation>تعطيل إعطال كسر حقن عطل fail break inject</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>العطل</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>تأكيد: %1</translation>
    </message>
    <message>
        <source>Evaluate plan: %1</source>
        <translation>تقييم الخطة: %1</translation>
    </message>
    <message>
        <source>The pre-flight: would the plan go through now?</source>
        <translation>الفحص المسبق: هل تنجح الخطة لو نُفّذت الآن؟</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>Start plan: %1, %2</source>
        <extracomment>title of a plan, name of the region that it acts on</extracomment>
        <translation>بدء الخطة: %1، %2</translation>
    </message>
    <message>
        <source>Executes the plan step by step; the routing page shows it</source>
        <translation>تنفيذ الخطة خطوة خطوة؛ وتعرضها صفحة التوجيه</translation>
    </message>
    <message>
        <source>it is in progress</source>
        <translation>هي قيد التنفيذ</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>اللوحة الجانبية</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>إظهار اللوحة الجانبية</translation>
    </message>
    <message>
        <source>Hide the side panel</source>
        <translation>إخفاء اللوحة الجانبية</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>إعادة ضبط التخطيط</translation>
    </message>
</context>
<context>
    <name>sb::MapStage</name>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Regions on the map</source>
        <translation>المناطق على الخريطة</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>الحلقة</translation>
    </message>
    <message>
        <source>Regions on a ring</source>
        <translation>المناطق على حلقة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Ends by itself after %1. Esc leaves it.</source>
        <translation>ينتهي من تلقائه بعد %1. للإلغاء Esc.</translation>
    </message>
</context>
<context>
    <name>sb::MatrixView</name>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>orders that would be lost, and their value</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Replication matrix, sources by targets</source>
        <translation>مصفوفة النسخ المتماثل، المصادر مقابل الوجهات</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1 نفسها</translation>
    </message>
    <message>
        <source>%1 to %2, no data</source>
        <translation>%1 إلى %2، لا بيانات</translation>
    </message>
    <message>
        <source>%1 op</source>
        <extracomment>changes that wait to be applied, in a narrow cell</extracomment>
        <translation>%1 عملية</translation>
    </message>
    <message>
        <source>%1 /min</source>
        <extracomment>conflicts a minute, in a narrow cell</extracomment>
        <translation>%1 /د</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>%1 · %2 op</source>
        <translation>%1 · %2 عملية</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>Lost if it died now</source>
        <translation>المفقود لو فُقدت الآن</translation>
    </message>
    <message>
        <source>%1 op, oldest %2</source>
        <extracomment>writes that would be lost, age of the oldest</extracomment>
        <translation>%1 عملية، الأقدم %2</translation>
    </message>
    <message>
        <source>One region has nobody to copy to. Start a run with one more region from the File menu.</source>
        <translation>منطقة واحدة لا تجد من تنسخ إليه. ابدأ تشغيلًا بمنطقة إضافية من قائمة «ملف».</translation>
    </message>
    <message>
        <source>%1. Trend: %2. Waiting: %3, to be drained: %4. Objective: %5.</source>
        <translation>%1. المنحى: %2. بالانتظار: %3، التصريف: %4. الهدف: %5.</translation>
    </message>
</context>
<context>
    <name>sb::Minimap</name>
    <message>
        <source>Overview of the run</source>
        <translation>نظرة عامة على التشغيل</translation>
    </message>
    <message>
        <source>The whole run. Drag the frame to move what the tracks show, its edges to resize it.</source>
        <translation>التشغيل كله. اسحب الإطار لنقل ما تعرضه المسارات، وحوافه لتغيير حجمه.</translation>
    </message>
    <message>
        <source>Shows %1 to %2 of a run of %3</source>
        <extracomment>the overview of a run: what the tracks show of it</extracomment>
        <translation>المعروض %1 إلى %2 من تشغيل مدته %3</translation>
    </message>
</context>
<context>
    <name>sb::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>sb::NoticeBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>إخفاء الرسالة</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>sb::OutcomeHistogram</name>
    <message>
        <source>Distribution of the interruptions</source>
        <translation>توزيع الانقطاعات</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <extracomment>two lengths of time, then how many runs</extracomment>
        <translation>%1 إلى %2: %3</translation>
    </message>
</context>
<context>
    <name>sb::Pages</name>
    <message>
        <source>&amp;Routing</source>
        <translation>ال&amp;توجيه</translation>
    </message>
    <message>
        <source>Where requests go and why: controls, shares, plans, decisions, forecasts</source>
        <translation>أين تذهب الطلبات ولماذا: المفاتيح والحصص والخطط والقرارات والتوقعات</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>المن&amp;طقة</translation>
    </message>
    <message>
        <source>Why a region is in its state</source>
        <translation>سبب وجود منطقة في حالتها</translation>
    </message>
    <message>
        <source>Re&amp;plication</source>
        <translation>النسخ ال&amp;متماثل</translation>
    </message>
    <message>
        <source>What would be lost if a region died now</source>
        <translation>ما يُفقد لو فُقدت منطقة الآن</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>ال&amp;بيانات</translation>
    </message>
    <message>
        <source>Do the copies agree, and who won?</source>
        <translation>هل تتطابق النسخ، ومن الرابح؟</translation>
    </message>
    <message>
        <source>Traff&amp;ic</source>
        <translation>المر&amp;ور</translation>
    </message>
    <message>
        <source>What users experience</source>
        <translation>ما يعيشه المستخدمون</translation>
    </message>
    <message>
        <source>&amp;Alarms</source>
        <translation>الإن&amp;ذارات</translation>
    </message>
    <message>
        <source>What asks for an action, why, and how long there is</source>
        <translation>ما يتطلب إجراءً، ولماذا، وكم بقي من الوقت</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>ال&amp;حادثة</translation>
    </message>
    <message>
        <source>What happened, in which order, and how long it took</source>
        <translation>ما حدث، وبأي ترتيب، وكم استغرق</translation>
    </message>
    <message>
        <source>Dri&amp;lls</source>
        <translation>التما&amp;رين</translation>
    </message>
    <message>
        <source>Are we as resilient as we claim? Drills with steps, checks and a score</source>
        <translation>هل صمودنا كما ندّعي؟ تمارين بخطوات وتحققات ونتيجة</translation>
    </message>
    <message>
        <source>Rep&amp;orts</source>
        <translation>الت&amp;قارير</translation>
    </message>
    <message>
        <source>What we hand over: the report of the incident, in every format</source>
        <translation>ما نسلّمه: تقرير الحادثة، بكل الصيغ</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>الإ&amp;عدادات</translation>
    </message>
    <message>
        <source>Look, motion, speed and times; the layout; settings as a file</source>
        <translation>المظهر والحركة والسرعة والأوقات؛ التخطيط؛ الإعدادات في ملف</translation>
    </message>
</context>
<context>
    <name>sb::PairCard</name>
    <message>
        <source>Chosen pair</source>
        <translation>الزوج المختار</translation>
    </message>
    <message>
        <source>Lag and what waits</source>
        <translation>التأخر وما ينتظر</translation>
    </message>
    <message>
        <source>Conflicts, link and objects</source>
        <translation>التعارضات والوصلة والكائنات</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see what waits between its regions.</source>
        <translation>اختر خلية من المصفوفة لرؤية ما ينتظر بين منطقتيها.</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>الهدف %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>التصريف</translation>
    </message>
    <message>
        <source>progress %1 ago</source>
        <translation>آخر تقدم منذ %1</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 في الدقيقة</translation>
    </message>
    <message>
        <source>found at %1</source>
        <translation>اكتُشفت في %1</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>ذهاب وإياب</translation>
    </message>
    <message>
        <source>%1 added each way</source>
        <translation>أُضيف %1 في كل اتجاه</translation>
    </message>
    <message>
        <source>no delay added</source>
        <translation>لا تأخير مضاف</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>الكائنات</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>بالانتظار: %1</translation>
    </message>
    <message>
        <source>rule is off</source>
        <translation>القاعدة موقوفة</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>%1 late, %2 failed</source>
        <translation>المتأخر %1، الفاشل %2</translation>
    </message>
    <message>
        <source>Pause %1…</source>
        <translation>إيقاف %1 مؤقتًا…</translation>
    </message>
    <message>
        <source>Confirm: %1 ships and pulls nothing</source>
        <translation>تأكيد: لا ترسل %1 شيئًا ولا تجلب شيئًا</translation>
    </message>
    <message>
        <source>Cut this direction…</source>
        <translation>قطع هذا الاتجاه…</translation>
    </message>
    <message>
        <source>Confirm: cut %1 to %2</source>
        <translation>تأكيد: قطع %1 إلى %2</translation>
    </message>
    <message>
        <source>Cut both ways…</source>
        <translation>قطع الاتجاهين…</translation>
    </message>
    <message>
        <source>Confirm: cut %1 and %2 apart</source>
        <translation>تأكيد: فصل %1 عن %2</translation>
    </message>
    <message>
        <source>No fault to clear</source>
        <translation>لا عطل للإزالة</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n fault(s) here</source>
        <translation>
            <numerusform>لا أعطال للإزالة هنا</numerusform>
            <numerusform>إزالة عطل واحد هنا</numerusform>
            <numerusform>إزالة عطلين هنا</numerusform>
            <numerusform>إزالة %n أعطال هنا</numerusform>
            <numerusform>إزالة %n عطلًا هنا</numerusform>
            <numerusform>إزالة %n عطل هنا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::PartButton</name>
    <message>
        <source>Break: %1</source>
        <extracomment>a part of a region: &quot;Gateway&quot;</extracomment>
        <translation>إعطال: %1</translation>
    </message>
    <message>
        <source>%1: press to choose a fault of this part, or drop one here.</source>
        <extracomment>a part of a region: &quot;Gateway&quot;</extracomment>
        <translation>%1: اضغط لاختيار عطل لهذا الجزء، أو أفلِت عطلًا هنا.</translation>
    </message>
</context>
<context>
    <name>sb::PartRow</name>
    <message>
        <source>Parts of the region</source>
        <translation>أجزاء المنطقة</translation>
    </message>
</context>
<context>
    <name>sb::Perspective</name>
    <message>
        <source>&amp;Watch</source>
        <translation>ال&amp;مراقبة</translation>
    </message>
    <message>
        <source>The map wide, with charts and timeline below</source>
        <translation>الخريطة عريضة، وتحتها المخططات والخط الزمني</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>العم&amp;ليات</translation>
    </message>
    <message>
        <source>Routing, with the inspector and the decisions beside it</source>
        <translation>التوجيه، وإلى جانبه المعاين والقرارات</translation>
    </message>
    <message>
        <source>&amp;Investigate</source>
        <translation>الت&amp;حقيق</translation>
    </message>
    <message>
        <source>What happened, in which order: the timeline wide</source>
        <translation>ما حدث وبأي ترتيب: الخط الزمني عريض</translation>
    </message>
</context>
<context>
    <name>sb::PlansCard</name>
    <message>
        <source>about to start</source>
        <translation>على وشك البدء</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>paused: a step failed</source>
        <translation>متوقفة مؤقتًا: فشلت خطوة</translation>
    </message>
    <message>
        <source>paused by the operator</source>
        <translation>أوقفها المشغِّل مؤقتًا</translation>
    </message>
    <message>
        <source>waits for an approval</source>
        <translation>بانتظار موافقة</translation>
    </message>
    <message>
        <source>steps done, waits for health</source>
        <translation>تمت الخطوات، بانتظار الصحة</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>completed with exceptions</source>
        <translation>مكتملة مع استثناءات</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>انتهت مهلتها</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>لم تبدأ</translation>
    </message>
    <message>
        <source>running</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>بانتظار الموافقة</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تمت</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>متخطاة</translation>
    </message>
    <message>
        <source>Recovery plans</source>
        <translation>خطط التعافي</translation>
    </message>
    <message>
        <source>This run knows no recovery plans.</source>
        <translation>لا خطط تعافٍ في هذا التشغيل.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>Region that the plan acts on</source>
        <translation>المنطقة التي تعمل عليها الخطة</translation>
    </message>
    <message>
        <source>The region that the plan acts on, where the plan leaves it open</source>
        <translation>المنطقة التي تعمل عليها الخطة، حيث لم تحددها الخطة</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>acts on</source>
        <translation>تعمل على</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>التنفيذ %1</translation>
    </message>
    <message>
        <source>for %1 so far</source>
        <translation>جارٍ منذ %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>استغرق %1</translation>
    </message>
    <message>
        <source>recovered after %1</source>
        <translation>التعافي بعد %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Pre-flight passed</source>
        <translation>نجح الفحص المسبق</translation>
    </message>
    <message>
        <source>Pre-flight: action required</source>
        <translation>الفحص المسبق: يلزم إجراء</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء آخر</numerusform>
            <numerusform>وواحدة أخرى</numerusform>
            <numerusform>واثنتان أخريان</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Confirm: start %1</source>
        <translation>تأكيد: بدء %1</translation>
    </message>
    <message>
        <source>Go ungraceful</source>
        <translation>إلى القسري</translation>
    </message>
    <message>
        <source>Go graceful</source>
        <translation>إلى السلس</translation>
    </message>
    <message>
        <source>Confirm: ungraceful from here on</source>
        <translation>تأكيد: تنفيذ قسري من الآن</translation>
    </message>
    <message>
        <source>Ungraceful</source>
        <translation>بدء قسري</translation>
    </message>
    <message>
        <source>Confirm: %1, whatever is lost</source>
        <translation>تأكيد: %1، مهما كانت الخسارة</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>تقييم</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Skip step</source>
        <translation>تخطي الخطوة</translation>
    </message>
    <message>
        <source>Confirm: skip the step</source>
        <translation>تأكيد: تخطي الخطوة</translation>
    </message>
    <message>
        <source>Retry step</source>
        <translation>إعادة الخطوة</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Confirm: approve</source>
        <translation>تأكيد: الموافقة</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Confirm: decline</source>
        <translation>تأكيد: الرفض</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Confirm: cancel the execution</source>
        <translation>تأكيد: إلغاء التنفيذ</translation>
    </message>
    <message>
        <source>Runs the pre-flight: would the plan go through now?</source>
        <translation>إجراء الفحص المسبق: هل تنجح الخطة لو نُفّذت الآن؟</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4</source>
        <extracomment>a step of a plan: its name in the plan, its kind, its state, how long it took</extracomment>
        <translation>%1 (%2): %3 %4</translation>
    </message>
</context>
<context>
    <name>sb::Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Colours of the whole window; high contrast has stronger lines and text.</source>
        <translation>ألوان النافذة كلها؛ التباين العالي بخطوط ونصوص أقوى.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>تباين عالٍ، فاتح</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>تباين عالٍ، داكن</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Reduced: traffic as still lines instead of moving dots.</source>
        <translation>مخففة: المرور خطوط ثابتة بدل نقاط متحركة.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>كاملة</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>مخففة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Of the words, and of how numbers and dates are written. The run goes on.</source>
        <translation>للكلمات، ولطريقة كتابة الأرقام والتواريخ. ويمضي التشغيل.</translation>
    </message>
    <message>
        <source>Fault palette</source>
        <translation>لوحة الأعطال</translation>
    </message>
    <message>
        <source>The faults to drag onto the map, at its lower edge.</source>
        <translation>الأعطال التي تُسحب إلى الخريطة، عند حافتها السفلى.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>ظاهرة</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>مخفية</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Regions on the map of the world, or on a ring around their users.</source>
        <translation>المناطق على خريطة العالم، أو على حلقة حول مستخدميها.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>الحلقة</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>التشغيل</translation>
    </message>
    <message>
        <source>Time on screen</source>
        <translation>الزمن على الشاشة</translation>
    </message>
    <message>
        <source>Speed of a new run</source>
        <translation>سرعة التشغيل الجديد</translation>
    </message>
    <message>
        <source>Virtual time against real time, when a run is started or a session opened.</source>
        <translation>الزمن الافتراضي إلى الزمن الحقيقي، عند بدء تشغيل أو فتح جلسة.</translation>
    </message>
    <message>
        <source>Faults end after</source>
        <translation>تنتهي الأعطال بعد</translation>
    </message>
    <message>
        <source>A fault that nobody clears ends by itself after this virtual time.</source>
        <translation>العطل الذي لا يزيله أحد ينتهي من تلقائه بعد هذا الزمن الافتراضي.</translation>
    </message>
    <message>
        <source>Chart range</source>
        <translation>مدى المخططات</translation>
    </message>
    <message>
        <source>How far back the charts reach when the program starts.</source>
        <translation>المدى الزمني الماضي الذي تغطيه المخططات عند بدء البرنامج.</translation>
    </message>
    <message>
        <source>Window of the timeline</source>
        <translation>نافذة الخط الزمني</translation>
    </message>
    <message>
        <source>How much virtual time the timeline shows while it follows the run.</source>
        <translation>مقدار الزمن الافتراضي الذي يُظهره الخط الزمني وهو يتابع التشغيل.</translation>
    </message>
</context>
<context>
    <name>sb::ProvokeCard</name>
    <message>
        <source>Provoke a conflict</source>
        <translation>إحداث تعارض</translation>
    </message>
    <message>
        <source>Book </source>
        <translation>الكتاب </translation>
    </message>
    <message>
        <source>Number of the book</source>
        <translation>رقم الكتاب</translation>
    </message>
    <message>
        <source>First region</source>
        <translation>المنطقة الأولى</translation>
    </message>
    <message>
        <source>Second region</source>
        <translation>المنطقة الثانية</translation>
    </message>
    <message>
        <source>€ </source>
        <extracomment>before an amount of money in a field; where the currency follows the amount: nothing</extracomment>
        <translation>€ </translation>
    </message>
    <message>
        <source>Price in the first region</source>
        <translation>السعر في المنطقة الأولى</translation>
    </message>
    <message>
        <source>Price in the second region</source>
        <translation>السعر في المنطقة الثانية</translation>
    </message>
    <message>
        <source>Two clerks set these prices at the same instant, before either region hears of the other. Both are told it worked; the rule of the table then keeps one.</source>
        <translation>يحدد موظفان هذين السعرين في اللحظة نفسها، قبل أن تعلم أي منطقة بسعر الأخرى. يُبلَّغ كلاهما بالنجاح؛ ثم تُبقي قاعدة الجدول أحدهما.</translation>
    </message>
    <message>
        <source>A conflict needs two regions. Start a run with one more region from the File menu.</source>
        <translation>التعارض يحتاج إلى منطقتين. ابدأ تشغيلًا بمنطقة إضافية من قائمة «ملف».</translation>
    </message>
    <message>
        <source>Choose two different regions: one region alone orders its writes.</source>
        <translation>اختر منطقتين مختلفتين: المنطقة الواحدة ترتب كتاباتها بنفسها.</translation>
    </message>
    <message>
        <source>Choose two different prices: equal ones would not show who won.</source>
        <translation>اختر سعرين مختلفين: السعران المتساويان لا يُظهران الرابح.</translation>
    </message>
    <message>
        <source>Set both prices…</source>
        <translation>تحديد السعرين…</translation>
    </message>
    <message>
        <source>Confirm: %1 in %2, %3 in %4</source>
        <translation>تأكيد: %1 في %2، %3 في %4</translation>
    </message>
</context>
<context>
    <name>sb::RangeDrawer</name>
    <message>
        <source>Phases of the incident against their targets</source>
        <translation>مراحل الحادثة مقابل أهدافها</translation>
    </message>
    <message>
        <source>This run and the compared one</source>
        <translation>هذا التشغيل والتشغيل المقارَن</translation>
    </message>
    <message>
        <source>What happened in the range</source>
        <translation>ما حدث في المدى</translation>
    </message>
    <message>
        <source>Events of the range by kind</source>
        <translation>أحداث المدى حسب النوع</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>الهدف</translation>
    </message>
    <message>
        <source>No incident yet. Its phases appear here with the first fault.</source>
        <translation>لا حادثة بعد. تظهر مراحلها هنا مع أول عطل.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>هذا التشغيل</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>المقارَن</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>الفرق</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>المقدار</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>نوع الحدث</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>No events in this range.</source>
        <translation>لا أحداث في هذا المدى.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>الهدف: %1</translation>
    </message>
    <message>
        <source>Incident %1: %2</source>
        <translation>الحادثة %1: %2</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>لا حادثة</translation>
    </message>
    <message>
        <source>%1: %2 in this run, %3 in the compared one</source>
        <translation>%1: %2 في هذا التشغيل، %3 في المقارَن</translation>
    </message>
    <message>
        <source>Selected: %1 to %2, %3</source>
        <translation>المحدد: %1 إلى %2، %3</translation>
    </message>
    <message>
        <source>In view: %1 to %2, %3</source>
        <translation>الظاهر: %1 إلى %2، %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sb::RegionActionsCard</name>
    <message>
        <source>Act</source>
        <translation>التصرف</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>The shift expires after</source>
        <translation>ينتهي التحويل بعد</translation>
    </message>
    <message>
        <source>Reason for a shift, needed</source>
        <translation>سبب التحويل، مطلوب</translation>
    </message>
    <message>
        <source>Reason for the shift</source>
        <translation>سبب التحويل</translation>
    </message>
    <message>
        <source>Dial %1</source>
        <translation>المنظِّم %1</translation>
    </message>
    <message>
        <source>Dial: the share of its natural answers that the region may receive</source>
        <translation>المنظِّم: حصة المنطقة المسموحة من إجاباتها الطبيعية</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>استعادة…</translation>
    </message>
    <message>
        <source>Confirm: end every fault of %1</source>
        <translation>تأكيد: إنهاء كل أعطال %1</translation>
    </message>
    <message>
        <source>%1 has no fault</source>
        <translation>لا عطل في %1</translation>
    </message>
    <message>
        <source>Abort fail back…</source>
        <translation>إجهاض الإعادة…</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out</source>
        <translation>تأكيد: استبعاد %1</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>إعادة للخدمة…</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>تأكيد: إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>Waits for: %1</source>
        <translation>بانتظار: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Writes need no lease in this run</source>
        <translation>الكتابة لا تحتاج إلى إيجار في هذا التشغيل</translation>
    </message>
    <message>
        <source>Lift fence…</source>
        <translation>رفع العزل…</translation>
    </message>
    <message>
        <source>Confirm: %1 may write again</source>
        <translation>تأكيد: تُمكَّن %1 من الكتابة مجددًا</translation>
    </message>
    <message>
        <source>Fence…</source>
        <translation>عزل…</translation>
    </message>
    <message>
        <source>Confirm: %1 writes for %2 more at most</source>
        <translation>تأكيد: تكتب %1 مدة %2 أخرى على الأكثر</translation>
    </message>
    <message>
        <source>Evict…</source>
        <translation>إقصاء…</translation>
    </message>
    <message>
        <source>Confirm: %1 returns with a new copy only</source>
        <translation>تأكيد: لا تعود %1 إلا بنسخة جديدة</translation>
    </message>
    <message>
        <source>%1 is evicted already</source>
        <translation>أُقصيت %1 من قبل</translation>
    </message>
    <message>
        <source>No write waits to be settled</source>
        <translation>لا كتابة تنتظر التسوية</translation>
    </message>
    <message>
        <source>Replay orphans…</source>
        <translation>إعادة تنفيذ اليتيمة…</translation>
    </message>
    <message>
        <source>Confirm: offer %1 again</source>
        <translation>تأكيد: عرض مجددًا (%1)</translation>
    </message>
    <message>
        <source>Discard orphans…</source>
        <translation>إسقاط اليتيمة…</translation>
    </message>
    <message>
        <source>Confirm: lose %1</source>
        <translation>تأكيد: فقدان (%1)</translation>
    </message>
    <message>
        <source>Cancel shift…</source>
        <translation>إلغاء التحويل…</translation>
    </message>
    <message>
        <source>Confirm: users return to %1</source>
        <translation>تأكيد: عودة المستخدمين إلى %1</translation>
    </message>
    <message>
        <source>Shift away…</source>
        <translation>تحويل المرور…</translation>
    </message>
    <message>
        <source>Confirm: move users away from %1</source>
        <translation>تأكيد: نقل المستخدمين عن %1</translation>
    </message>
    <message>
        <source>Shifted away, %1 left: %2</source>
        <translation>المرور محوَّل عنها، بقي %1: %2</translation>
    </message>
    <message>
        <source>Say here why, then shift again</source>
        <translation>اذكر السبب هنا، ثم حوّل مجددًا</translation>
    </message>
</context>
<context>
    <name>sb::RegionDetail</name>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What led to this state, newest first</source>
        <translation>ما أدى إلى هذه الحالة، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Nothing has happened to this region yet. Break it from the map to see it change.</source>
        <translation>لم يحدث شيء لهذه المنطقة بعد. أعطِلها من الخريطة لرؤية تغيرها.</translation>
    </message>
    <message>
        <source>Services, last 5 s</source>
        <translation>الخدمات، آخر 5 ث</translation>
    </message>
    <message>
        <source>Services of the region</source>
        <translation>خدمات المنطقة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدل</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>آخر دقيقة</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Replication streams</source>
        <translation>تدفقات النسخ المتماثل</translation>
    </message>
    <message>
        <source>Streams of the region, both directions</source>
        <translation>تدفقات المنطقة، في الاتجاهين</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>التدفق</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>التصريف</translation>
    </message>
    <message>
        <source>This run has no other region to replicate with.</source>
        <translation>لا منطقة أخرى في هذا التشغيل للنسخ المتماثل معها.</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>فحوص الصحة</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الصحة</translation>
    </message>
    <message>
        <source>Checks of the region</source>
        <translation>فحوص المنطقة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>الأصوات</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>اللازم</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>No health check of its own watches this region.</source>
        <translation>لا فحص صحة خاصًا بهذه المنطقة يراقبها.</translation>
    </message>
    <message>
        <source>Checkers that say healthy; the line: as many are needed</source>
        <translation>نقاط الفحص التي تحكم بالسلامة؛ الخط: العدد اللازم</translation>
    </message>
    <message>
        <source>Past rounds, the newest at the right</source>
        <translation>الجولات السابقة، الأحدث إلى اليمين</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>السعة</translation>
    </message>
    <message>
        <source>Store and writing</source>
        <translation>المخزن والكتابة</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>المخزن</translation>
    </message>
    <message>
        <source>Who may write</source>
        <translation>من يحق له الكتابة</translation>
    </message>
    <message>
        <source>Users by origin</source>
        <translation>المستخدمون حسب المنشأ</translation>
    </message>
    <message>
        <source>Cities that the region serves, most requests first</source>
        <translation>المدن التي تخدمها المنطقة، الأكثر طلبات أولًا</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>الفاشل</translation>
    </message>
    <message>
        <source>No user is sent here now.</source>
        <translation>لا يُرسَل أي مستخدم إلى هنا الآن.</translation>
    </message>
    <message>
        <source>%1: %2, since %3</source>
        <extracomment>a region&apos;s name, its state with the reason, since when</extracomment>
        <translation>%1: %2، منذ %3</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>غير سليم</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 needed</source>
        <translation>اللازم %1</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>آخر فحص</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>لا فشل متتالٍ</numerusform>
            <numerusform>فشل واحد</numerusform>
            <numerusform>فشلان متتاليان</numerusform>
            <numerusform>%n مرات فشل متتالية</numerusform>
            <numerusform>%n مرة فشل متتالية</numerusform>
            <numerusform>%n مرة فشل متتالية</numerusform>
        </translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>كل %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>normally %1</source>
        <translation>المعتاد %1</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>الحمل</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>If it carries another too</source>
        <translation>إن حملت منطقة أخرى معها</translation>
    </message>
    <message>
        <source>not filling</source>
        <translation>لا تمتلئ</translation>
    </message>
    <message>
        <source>full in %1</source>
        <translation>تمتلئ خلال %1</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>التخزين المؤقت</translation>
    </message>
    <message>
        <source>%1 warm</source>
        <translation>دافئ بنسبة %1</translation>
    </message>
    <message>
        <source>cold: reads go to the store</source>
        <translation>بارد: القراءات تذهب إلى المخزن</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>wait of a request that comes now</source>
        <translation>انتظار طلب يصل الآن</translation>
    </message>
    <message>
        <source>Refused busy</source>
        <translation>رُفض للانشغال</translation>
    </message>
    <message>
        <source>%1 are repeats</source>
        <translation>المكرر منها %1</translation>
    </message>
    <message>
        <source>Live rows</source>
        <translation>صفوف حية</translation>
    </message>
    <message>
        <source>all tables</source>
        <translation>كل الجداول</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>مدخلات السجل</translation>
    </message>
    <message>
        <source>kept, of all logs</source>
        <translation>المحفوظ، من كل السجلات</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>acknowledged here</source>
        <translation>المؤكدة هنا</translation>
    </message>
    <message>
        <source>Held only here</source>
        <translation>الموجود هنا فقط</translation>
    </message>
    <message>
        <source>%1, oldest %2</source>
        <translation>%1، الأقدم %2</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>الإيجار</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>معزولة</translation>
    </message>
    <message>
        <source>being fenced</source>
        <translation>قيد العزل</translation>
    </message>
    <message>
        <source>held</source>
        <translation>بحوزتها</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>الحقبة %1</translation>
    </message>
    <message>
        <source>If fenced now</source>
        <translation>لو عُزلت الآن</translation>
    </message>
    <message>
        <source>writes for %1 more</source>
        <translation>تكتب مدة %1 أخرى</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>المتوقع: %1</translation>
    </message>
    <message>
        <source>not needed in this run</source>
        <translation>غير لازم في هذا التشغيل</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>العضوية</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>أُقصيت</translation>
    </message>
    <message>
        <source>returns with a new copy</source>
        <translation>تعود بنسخة جديدة</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>اليتيمة</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ %1</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>الجولات</translation>
    </message>
    <message>
        <source>%1 errors, median %2</source>
        <translation>الأخطاء %1، الوسيط %2</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>الكتابة</translation>
    </message>
</context>
<context>
    <name>sb::RegionInspector</name>
    <message>
        <source>Inspector</source>
        <translation>المعاين</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Writes at risk</source>
        <translation>كتابات معرّضة للخطر</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>التصرف</translation>
    </message>
    <message>
        <source>Ends by itself after %1. Esc leaves it.</source>
        <translation>ينتهي من تلقائه بعد %1. للإلغاء Esc.</translation>
    </message>
    <message>
        <source>At risk if %1 is lost now</source>
        <translation>المعرّض للخطر لو فُقدت %1 الآن</translation>
    </message>
    <message>
        <source>Nothing: every acknowledged write has a second copy.</source>
        <translation>لا شيء: لكل كتابة مؤكدة نسخة ثانية.</translation>
    </message>
    <message>
        <source>Nothing more: what is acknowledged and not lost has a second copy.</source>
        <translation>لا شيء غير ذلك: لما هو مؤكد وغير مفقود نسخة ثانية.</translation>
    </message>
    <message>
        <source>Writes lost in this incident: %1.</source>
        <translation>الكتابات المفقودة في هذه الحادثة: %1.</translation>
    </message>
    <message>
        <source>Restore region</source>
        <translation>استعادة المنطقة</translation>
    </message>
    <message>
        <source>Reverses every fault of %1 and its links</source>
        <translation>عكس كل أعطال %1 ووصلاتها</translation>
    </message>
    <message>
        <source>Confirm: fail %1</source>
        <translation>تأكيد: إعطال %1</translation>
    </message>
    <message>
        <source>Fail region…</source>
        <translation>إعطال المنطقة…</translation>
    </message>
    <message>
        <source>Remove mapping…</source>
        <translation>إزالة الربط…</translation>
    </message>
    <message>
        <source>Confirm: answer 403</source>
        <translation>تأكيد: الرد بـ 403</translation>
    </message>
    <message>
        <source>Pause replication…</source>
        <translation>إيقاف النسخ…</translation>
    </message>
    <message>
        <source>Confirm: pause %1</source>
        <translation>تأكيد: إيقاف %1 مؤقتًا</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out</source>
        <translation>تأكيد: استبعاد %1</translation>
    </message>
    <message>
        <source>Abort fail back…</source>
        <translation>إجهاض الإعادة…</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>إعادة للخدمة…</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>تأكيد: إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>Fail back… (not ready)</source>
        <translation>إعادة للخدمة… (غير جاهزة)</translation>
    </message>
    <message>
        <source>Fail back waits for: %1</source>
        <translation>الإعادة إلى الخدمة بانتظار: %1</translation>
    </message>
    <message>
        <source>Replication link · %1</source>
        <translation>وصلة النسخ المتماثل · %1</translation>
    </message>
    <message>
        <source>End fault</source>
        <translation>إنهاء العطل</translation>
    </message>
    <message>
        <source>Cut link…</source>
        <translation>قطع الوصلة…</translation>
    </message>
    <message>
        <source>Confirm: cut link</source>
        <translation>تأكيد: قطع الوصلة</translation>
    </message>
    <message>
        <source>Add latency…</source>
        <translation>إضافة تأخير…</translation>
    </message>
    <message>
        <source>Confirm: add 200 ms</source>
        <translation>تأكيد: إضافة 200 م.ث</translation>
    </message>
</context>
<context>
    <name>sb::RegionPage</name>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>The region as a table</source>
        <translation>المنطقة في جدول</translation>
    </message>
    <message>
        <source>Compare with another region</source>
        <translation>مقارنة بمنطقة أخرى</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>مقارنة بـ</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>لا بيانات بعد.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>ملحوظة</translation>
    </message>
</context>
<context>
    <name>sb::RepeatsCard</name>
    <message>
        <source>The same drill with many seeds</source>
        <translation>التمرين نفسه ببذور كثيرة</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>&amp;تكرار</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>نس&amp;خ بصيغة CSV</translation>
    </message>
    <message>
        <source>Checks that failed, and in how many runs</source>
        <translation>التحققات الفاشلة، وعدد مرات التشغيل التي فشلت فيها</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>التشغيل</translation>
    </message>
    <message>
        <source>Each seed is a whole run of the drill, as the command line makes it, beside this run, which goes on untouched. Hatched: runs in which a check failed. Dashed: the objective.</source>
        <translation>كل بذرة تشغيل كامل للتمرين، كما يُجريه سطر الأوامر، إلى جانب هذا التشغيل الذي يمضي دون مساس. المهشَّر: مرات تشغيل فشل فيها تحقق. المتقطع: الهدف.</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>البذرة الأولى</translation>
    </message>
    <message>
        <source>from seed </source>
        <extracomment>before the number of a seed</extracomment>
        <translation>من البذرة </translation>
    </message>
    <message>
        <source>How many runs</source>
        <translation>عدد مرات التشغيل</translation>
    </message>
    <message>
        <source> runs</source>
        <extracomment>after a number</extracomment>
        <translation> مرة تشغيل</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Failed in</source>
        <translation>فشل في</translation>
    </message>
    <message>
        <source>No check failed in any of the runs.</source>
        <translation>لم يفشل أي تحقق في أي من مرات التشغيل.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>البذرة</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Interruption</source>
        <translation>الانقطاع</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>في خطر</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>المفقود</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>طلبات فاشلة</translation>
    </message>
    <message>
        <source>Checks that failed</source>
        <translation>التحققات الفاشلة</translation>
    </message>
    <message>
        <source>Repeat the drill to see how much of its outcome is luck.</source>
        <translation>كرِّر التمرين لمعرفة نصيب المصادفة من نتيجته.</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>مرات التشغيل %1</translation>
    </message>
    <message>
        <source>Choose a drill without mistakes first</source>
        <translation>اختر أولًا تمرينًا بلا أغلاط</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>نجح</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs passed; interruption p50 %4, p95 %5</source>
        <extracomment>name of a drill, how many of how many runs; two lengths of time: the median and 95 of 100</extracomment>
        <translation>%1: مرات التشغيل الناجحة: %2 من %3؛ الانقطاع p50 %4، p95 %5</translation>
    </message>
</context>
<context>
    <name>sb::ReplicationPage</name>
    <message>
        <source>Replication</source>
        <translation>النسخ المتماثل</translation>
    </message>
    <message>
        <source>Replication, a row for each direction</source>
        <translation>النسخ المتماثل، صف لكل اتجاه</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>المنحى</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>التصريف</translation>
    </message>
    <message>
        <source>Conflicts a minute</source>
        <translation>التعارضات في الدقيقة</translation>
    </message>
    <message>
        <source>One region has nobody to copy to. Start a run with one more region from the File menu.</source>
        <translation>منطقة واحدة لا تجد من تنسخ إليه. ابدأ تشغيلًا بمنطقة إضافية من قائمة «ملف».</translation>
    </message>
    <message>
        <source>Source by target</source>
        <translation>المصدر مقابل الوجهة</translation>
    </message>
    <message>
        <source>Bars: 1 ms … 100 s, logarithmic; the line marks the objective. Hatched: nothing flows. Arrow: rising or falling within 10 s.</source>
        <translation>الأشرطة: 1 م.ث … 100 ث، لوغاريتمية؛ الخط يحدد الهدف. المهشَّر: لا شيء يتدفق. السهم: ارتفاع أو انخفاض خلال 10 ث.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>المتراكم</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>التعارضات</translation>
    </message>
    <message>
        <source>How old the oldest change is that the target lacks</source>
        <translation>عمر أقدم تغيير ينقص الوجهة</translation>
    </message>
    <message>
        <source>How many changes wait to be applied</source>
        <translation>عدد التغييرات التي تنتظر التطبيق</translation>
    </message>
    <message>
        <source>Conflicts a minute, found at the target</source>
        <translation>التعارضات في الدقيقة، المكتشفة في الوجهة</translation>
    </message>
</context>
<context>
    <name>sb::ReportWriter</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>تعذرت قراءة %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that you may write to and that has room.</source>
        <translation>تعذرت كتابة %1: %2. اختر مجلدًا يُسمح لك بالكتابة فيه وفيه متسع.</translation>
    </message>
</context>
<context>
    <name>sb::Reports</name>
    <message>
        <source>Picture of each incident</source>
        <translation>صورة لكل حادثة</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>Times and objectives</source>
        <translation>الأوقات والأهداف</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>المراحل</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>التأثير</translation>
    </message>
    <message>
        <source>RPO: writes at risk</source>
        <translation>RPO: كتابات معرّضة للخطر</translation>
    </message>
    <message>
        <source>Decisions with reasons</source>
        <translation>القرارات بأسبابها</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Checks of the drill</source>
        <translation>تحققات التمرين</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>أسئلة مفتوحة</translation>
    </message>
    <message>
        <source>What the record cannot know</source>
        <translation>ما لا يمكن للسجل معرفته</translation>
    </message>
    <message>
        <source>Rows left out here, and in the file: %1</source>
        <translation>صفوف لم تُدرج هنا، وهي في الملف: %1</translation>
    </message>
</context>
<context>
    <name>sb::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>&amp;Update the preview</source>
        <translation>ت&amp;حديث المعاينة</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>إظهار ال&amp;مجلد</translation>
    </message>
    <message>
        <source>Files written, newest first</source>
        <translation>الملفات المكتوبة، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>أقسام التقرير</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>تقرير PDF</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Nothing was written in this run yet.</source>
        <translation>لم يُكتب شيء في هذا التشغيل بعد.</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>معاينة التقرير</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>يجري إعداد التقرير …</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>التسليم</translation>
    </message>
    <message>
        <source>Sections count for Markdown, HTML and PDF; the others hold the whole log.</source>
        <translation>تسري الأقسام على Markdown وHTML وPDF؛ وما عداها يحوي السجل كله.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>المعاينة</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>لا تقرير بعد</translation>
    </message>
    <message>
        <source>As of %1, %2 ago</source>
        <extracomment>a time of day, then how long ago that is</extracomment>
        <translation>حتى الساعة %1، قبل %2</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>لا تقرير</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>تصدير التقرير</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
</context>
<context>
    <name>sb::RoundsView</name>
    <message>
        <source>The last %1 rounds of %2: unhealthy in %3</source>
        <translation>آخر %1 جولة مدة كل منها %2: غير سليمة في %3</translation>
    </message>
</context>
<context>
    <name>sb::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>التوجيه</translation>
    </message>
    <message>
        <source>Parts of the routing console</source>
        <translation>أقسام وحدة التوجيه</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>الحصص</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>التوقع</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>النطاق</translation>
    </message>
</context>
<context>
    <name>sb::Score</name>
    <message>
        <source>Interruption (RTO)</source>
        <translation>الانقطاع (RTO)</translation>
    </message>
    <message>
        <source>users saw no error</source>
        <translation>لم يرَ المستخدمون أي خطأ</translation>
    </message>
    <message>
        <source>From the first error that users saw to errors back under the objective; the longest of all incidents.</source>
        <translation>من أول خطأ رآه المستخدمون حتى عودة الأخطاء إلى ما دون الهدف؛ الأطول بين كل الحوادث.</translation>
    </message>
    <message>
        <source>%1 and running</source>
        <translation>%1 وما زال جاريًا</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 على الأكثر</translation>
    </message>
    <message>
        <source>At risk (RPO)</source>
        <translation>في خطر (RPO)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 (orders: %2), the oldest %3</source>
        <translation>%1 (الطلبيات: %2)، الأقدم %3</translation>
    </message>
    <message>
        <source>Acknowledged writes that only the failed region held.</source>
        <translation>كتابات مؤكدة لم تكن إلا لدى المنطقة المتعطلة.</translation>
    </message>
    <message>
        <source>Lost writes</source>
        <translation>كتابات مفقودة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Acknowledged writes that nobody can read any more.</source>
        <translation>كتابات مؤكدة لم يعد أحد يستطيع قراءتها.</translation>
    </message>
    <message>
        <source>Wrong decisions</source>
        <translation>قرارات خاطئة</translation>
    </message>
    <message>
        <source>Orders of yours that were refused, and safety rules that you overrode.</source>
        <translation>أوامرك التي رُفضت، وقواعد الأمان التي تجاوزتها.</translation>
    </message>
    <message>
        <source>Operator time</source>
        <translation>زمن المشغِّل</translation>
    </message>
    <message>
        <source>you gave no order after an alarm</source>
        <translation>لم تصدر أمرًا بعد إنذار</translation>
    </message>
    <message>
        <source>From the first alarm to your first accepted order.</source>
        <translation>من أول إنذار إلى أول أمر مقبول لك.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation>نجح %1 من %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>The drill&apos;s own; judged at its end.</source>
        <translation>تحققات التمرين نفسه؛ والحكم في آخره.</translation>
    </message>
</context>
<context>
    <name>sb::SettingsPage</name>
    <message>
        <source>No setting has these words.</source>
        <translation>لا إعداد يحوي هذه الكلمات.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>البحث عن إعداد</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة ضبط</translation>
    </message>
    <message>
        <source>Puts this group back to its defaults</source>
        <translation>إرجاع هذه المجموعة إلى قيمها الافتراضية</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <extracomment>%1 is a group of settings</extracomment>
        <translation>إعادة ضبط %1</translation>
    </message>
    <message>
        <source>Layout and hints</source>
        <translation>التخطيط والتلميحات</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>إعادة ضبط التخطيط</translation>
    </message>
    <message>
        <source>Returns all parts of the window to their first sizes and places</source>
        <translation>إعادة كل أجزاء النافذة إلى أحجامها ومواضعها الأولى</translation>
    </message>
    <message>
        <source>Show hints again</source>
        <translation>إظهار التلميحات مجددًا</translation>
    </message>
    <message>
        <source>The hints of the first start come once more</source>
        <translation>تظهر تلميحات البدء الأول مرة أخرى</translation>
    </message>
    <message>
        <source>Layout and hints: reset, show again</source>
        <translation>التخطيط والتلميحات: إعادة ضبط، إظهار مجددًا</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>الإعدادات في ملف</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Writes all settings of this page to a file</source>
        <translation>كتابة كل إعدادات هذه الصفحة في ملف</translation>
    </message>
    <message>
        <source>Takes over all settings of a file, or none when one of them is not valid</source>
        <translation>أخذ كل إعدادات الملف، أو لا شيء منها إن كان أحدها غير صالح</translation>
    </message>
    <message>
        <source>Settings as a file: export, import</source>
        <translation>الإعدادات في ملف: تصدير، استيراد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
    <message>
        <source>Nothing was changed. %1: %2</source>
        <translation>لم يتغير شيء. %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) taken over</source>
        <translation>
            <numerusform>لم يؤخذ أي إعداد</numerusform>
            <numerusform>أُخذ إعداد واحد</numerusform>
            <numerusform>أُخذ إعدادان</numerusform>
            <numerusform>أُخذت %n إعدادات</numerusform>
            <numerusform>أُخذ %n إعدادًا</numerusform>
            <numerusform>أُخذ %n إعداد</numerusform>
        </translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>تصدير الإعدادات</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>الإعدادات (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>استيراد الإعدادات</translation>
    </message>
</context>
<context>
    <name>sb::ShareBar</name>
    <message>
        <source>%1 has %2 of the answers, planned are %3</source>
        <translation>لدى %1 نسبة %2 من الإجابات، والمخطط %3</translation>
    </message>
</context>
<context>
    <name>sb::SharesCard</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>load now</source>
        <translation>الحمل الآن</translation>
    </message>
    <message>
        <source>its capacity</source>
        <translation>سعتها</translation>
    </message>
    <message>
        <source>load if the most loaded other region failed</source>
        <translation>الحمل لو تعطلت المنطقة الأخرى الأعلى حملًا</translation>
    </message>
    <message>
        <source>Shares and capacity</source>
        <translation>الحصص والسعة</translation>
    </message>
    <message>
        <source>A shift expires after</source>
        <translation>ينتهي التحويل بعد</translation>
    </message>
    <message>
        <source>Reason for a shift, needed</source>
        <translation>سبب التحويل، مطلوب</translation>
    </message>
    <message>
        <source>Reason for a shift</source>
        <translation>سبب التحويل</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الإجابات</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>المنظِّم</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>الحمل</translation>
    </message>
    <message>
        <source>Full in</source>
        <translation>تمتلئ خلال</translation>
    </message>
    <message>
        <source>Dial of %1</source>
        <translation>منظِّم %1</translation>
    </message>
    <message>
        <source>The share of its natural answers that %1 may receive</source>
        <translation>حصة %1 المسموحة من إجاباتها الطبيعية</translation>
    </message>
    <message>
        <source>Cancel shift</source>
        <translation>إلغاء التحويل</translation>
    </message>
    <message>
        <source>Confirm: users return to %1</source>
        <translation>تأكيد: عودة المستخدمين إلى %1</translation>
    </message>
    <message>
        <source>Shifted away from %1, %2 left: %3</source>
        <translation>المرور محوَّل عن %1، بقي %2: %3</translation>
    </message>
    <message>
        <source>The shift away from %1 is not in force, %2 left: %3</source>
        <translation>تحويل المرور عن %1 غير سارٍ، بقي %2: %3</translation>
    </message>
    <message>
        <source>Shift away</source>
        <translation>تحويل المرور</translation>
    </message>
    <message>
        <source>Confirm: away from %1</source>
        <translation>تأكيد: التحويل عن %1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>ممتلئة</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>خلال %1</translation>
    </message>
    <message>
        <source>if another fails</source>
        <translation>إن تعطلت أخرى</translation>
    </message>
    <message>
        <source>Say here why, then shift again</source>
        <translation>اذكر السبب هنا، ثم حوّل مجددًا</translation>
    </message>
</context>
<context>
    <name>sb::ShiftCard</name>
    <message>
        <source>Answers against their plan, and moving them in stages</source>
        <translation>الإجابات مقابل الخطة، ونقلها على مراحل</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of its answers to move away</source>
        <translation>حصة إجاباتها المراد نقلها</translation>
    </message>
    <message>
        <source>Region to move traffic away from</source>
        <translation>المنطقة المراد نقل المرور عنها</translation>
    </message>
    <message>
        <source>Move away from</source>
        <translation>نقل المرور عن</translation>
    </message>
    <message>
        <source>of its answers, in four stages</source>
        <translation>من إجاباتها، على أربع مراحل</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Answers, and their plan</source>
        <translation>الإجابات والمخطط لها</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>Load, and after the next stage</source>
        <translation>الحمل، وبعد المرحلة التالية</translation>
    </message>
    <message>
        <source>now, then</source>
        <translation>الآن، ثم</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1 of its capacity now, %2 after the next stage</source>
        <translation>%1 من سعتها الآن، و%2 بعد المرحلة التالية</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>a load now, and after the next stage</extracomment>
        <translation>%1 ← %2</translation>
    </message>
    <message>
        <source>The plan appears with the first decisions.</source>
        <translation>تظهر الخطة مع أولى القرارات.</translation>
    </message>
    <message>
        <source>Planned: what the regions&apos; dials, controls and health allow, by the latest decisions of %1. Resolvers keep old answers until they expire.</source>
        <translation>المخطط: ما تتيحه منظِّمات المناطق ومفاتيحها وصحتها، وفق أحدث قرارات %1. وتُبقي المحلِّلات الإجابات القديمة حتى تنتهي مدتها.</translation>
    </message>
    <message>
        <source>%1: dial %2</source>
        <translation>%1: المنظِّم %2</translation>
    </message>
    <message>
        <source>%1, to come</source>
        <translation>%1، لاحقًا</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1، تمت</translation>
    </message>
    <message>
        <source>%1, asked for</source>
        <translation>%1، مطلوبة</translation>
    </message>
    <message>
        <source>errors at %1, above the objective of %2</source>
        <translation>الأخطاء %1، فوق الهدف %2</translation>
    </message>
    <message>
        <source>errors at %1, %2 when the shift began</source>
        <translation>الأخطاء %1، وكانت %2 عند بدء التحويل</translation>
    </message>
    <message>
        <source>the next stage would bring %1 to %2 of its capacity</source>
        <translation>المرحلة التالية ترفع %1 إلى %2 من سعتها</translation>
    </message>
    <message>
        <source>%1 at %2 of its capacity</source>
        <translation>%1 عند %2 من سعتها</translation>
    </message>
    <message>
        <source>Hold: %1</source>
        <translation>تريّث: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>%1 gets no answers now: there is nothing to move away from it</source>
        <translation>لا تتلقى %1 إجابات الآن: لا شيء لنقله عنها</translation>
    </message>
    <message>
        <source>Wait: %1 still has %2 of the answers, planned are %3</source>
        <translation>انتظر: ما زال لدى %1 نسبة %2 من الإجابات، والمخطط %3</translation>
    </message>
    <message>
        <source>Nothing speaks against the next stage: errors at %1</source>
        <translation>لا مانع من المرحلة التالية: الأخطاء %1</translation>
    </message>
    <message>
        <source>All stages done</source>
        <translation>تمت كل المراحل</translation>
    </message>
    <message>
        <source>Next stage: %1</source>
        <translation>المرحلة التالية: %1</translation>
    </message>
    <message>
        <source>Confirm against the hold: %1 to %2</source>
        <translation>تأكيد رغم التريّث: %1 إلى %2</translation>
    </message>
    <message>
        <source>Confirm: dial %1 to %2</source>
        <translation>تأكيد: ضبط منظِّم %1 على %2</translation>
    </message>
    <message>
        <source>Back to where it began</source>
        <translation>العودة إلى البداية</translation>
    </message>
    <message>
        <source>Confirm: dial %1 back to %2</source>
        <translation>تأكيد: إرجاع منظِّم %1 إلى %2</translation>
    </message>
    <message>
        <source>%1  %2; errors at %3</source>
        <translation>%1  %2؛ الأخطاء %3</translation>
    </message>
    <message>
        <source>stage %1: dial of %2 to %3</source>
        <translation>المرحلة %1: منظِّم %2 إلى %3</translation>
    </message>
    <message>
        <source>back: dial of %1 to %2</source>
        <translation>رجوع: منظِّم %1 إلى %2</translation>
    </message>
</context>
<context>
    <name>sb::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Arrows, Tab</source>
        <translation>الأسهم، Tab</translation>
    </message>
    <message>
        <source>Walk through regions and links</source>
        <translation>التنقل بين المناطق والوصلات</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select, then inspect</source>
        <translation>تحديد، ثم معاينة</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menu، Shift+F10</translation>
    </message>
    <message>
        <source>Actions of the region or link</source>
        <translation>إجراءات المنطقة أو الوصلة</translation>
    </message>
    <message>
        <source>Delete, Delete</source>
        <translation>Delete، Delete</translation>
    </message>
    <message>
        <source>Fail the region</source>
        <translation>إعطال المنطقة</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>خروج منها</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>W S</source>
        <translation>W S</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>التكبير</translation>
    </message>
    <message>
        <source>A D, arrows</source>
        <translation>A D، الأسهم</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>التحرك في الزمن</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Fit the incident</source>
        <translation>ملاءمة الحادثة</translation>
    </message>
    <message>
        <source>, .</source>
        <translation>, .</translation>
    </message>
    <message>
        <source>Previous and next event</source>
        <translation>الحدث السابق والتالي</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home، End</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>الأول والأخير</translation>
    </message>
    <message>
        <source>Command palette and pages</source>
        <translation>لوحة الأوامر والصفحات</translation>
    </message>
    <message>
        <source>Arrows, Page Up, Page Down</source>
        <translation>الأسهم، Page Up، Page Down</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translation>اختيار مدخل</translation>
    </message>
    <message>
        <source>Do it; twice if it hurts</source>
        <translation>تنفيذ؛ مرتين إن كان مؤذيًا</translation>
    </message>
    <message>
        <source>Disarm, then leave</source>
        <translation>إلغاء التأهب، ثم خروج</translation>
    </message>
    <message>
        <source>Tab, arrows</source>
        <translation>Tab، الأسهم</translation>
    </message>
    <message>
        <source>Walk the rail of pages</source>
        <translation>التنقل في شريط الصفحات</translation>
    </message>
</context>
<context>
    <name>sb::StateMachineView</name>
    <message>
        <source>State diagram; now: %1</source>
        <translation>مخطط الحالات؛ الآن: %1</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>الكتالوج</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>السلة</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>الأكثر مبيعًا</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>المدونة</translation>
    </message>
</context>
<context>
    <name>sb::StatusLine</name>
    <message>
        <source>State of the run</source>
        <translation>حالة التشغيل</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>الإنذارات</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>تقدم المهمة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>إلغاء المهمة</translation>
    </message>
    <message>
        <source>Re-simulating %1</source>
        <translation>تُعاد المحاكاة %1</translation>
    </message>
    <message>
        <source>World stopped</source>
        <translation>العالم متوقف</translation>
    </message>
    <message>
        <source>World paused</source>
        <translation>العالم متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>World running as fast as possible, %1×</source>
        <translation>العالم يعمل بأقصى سرعة ممكنة، %1×</translation>
    </message>
    <message>
        <source>World running %1</source>
        <translation>العالم يعمل بسرعة %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>المُسقَط: %1</translation>
    </message>
    <message>
        <source>frame %1 ms</source>
        <translation>الإطار %1 م.ث</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>دون تسجيل</translation>
    </message>
    <message>
        <source>recording: %1</source>
        <translation>التسجيل: %1</translation>
    </message>
    <message>
        <source>no alarms</source>
        <translation>لا إنذارات</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, first: %2</source>
        <extracomment>number of abnormal conditions, then the worst</extracomment>
        <translation>%1، أولها: %2</translation>
    </message>
</context>
<context>
    <name>sb::StatusModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>orders at risk and their value</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Region or link</source>
        <translation>المنطقة أو الوصلة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>إجابات DNS</translation>
    </message>
    <message>
        <source>Lag in</source>
        <translation>تأخر وارد</translation>
    </message>
    <message>
        <source>Lag out</source>
        <translation>تأخر صادر</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>في خطر</translation>
    </message>
</context>
<context>
    <name>sb::StatusTable</name>
    <message>
        <source>Regions and links</source>
        <translation>المناطق والوصلات</translation>
    </message>
</context>
<context>
    <name>sb::TimelinePainter</name>
    <message>
        <source>%1 older events not kept</source>
        <extracomment>At the left edge of the timeline: %1 events are no longer kept</extracomment>
        <translation>أحداث أقدم لم تُحفظ: %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
</context>
<context>
    <name>sb::TimelineText</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration
----------
One region&apos;s share of DNS answers in percent: &quot;Ireland 43&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>Beside folded marks: %1 the first of them, %2 how many more</extracomment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A list of regions with their shares, and the unit at its end: &quot;Ireland 43 · Singapore 57 %&quot;</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Clear fault %1</source>
        <translation>إزالة العطل %1</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>إزالة كل الأعطال</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>استعادة %1</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>Stop the fail-back of %1</source>
        <translation>إيقاف إعادة %1 إلى الخدمة</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>تفعيل %1</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>إيقاف %1</translation>
    </message>
    <message>
        <source>Routing controls: %1</source>
        <translation>مفاتيح التوجيه: %1</translation>
    </message>
    <message>
        <source>Shift away from %1</source>
        <translation>تحويل المرور عن %1</translation>
    </message>
    <message>
        <source>Cancel the shift away from %1</source>
        <translation>إلغاء تحويل المرور عن %1</translation>
    </message>
    <message>
        <source>Dial %1 to %2 %</source>
        <translation>ضبط منظِّم %1 على %2 %</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 عند %2</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>الأوزان: %1</translation>
    </message>
    <message>
        <source>Copy objects from %1 to %2</source>
        <translation>نسخ الكائنات من %1 إلى %2</translation>
    </message>
    <message>
        <source>Stop copying objects from %1 to %2</source>
        <translation>إيقاف نسخ الكائنات من %1 إلى %2</translation>
    </message>
    <message>
        <source>Copy what %2 lacks of the objects of %1</source>
        <translation>نسخ ما ينقص %2 من كائنات %1</translation>
    </message>
    <message>
        <source>Price of book %1 in %2</source>
        <translation>سعر الكتاب %1 في %2</translation>
    </message>
    <message>
        <source>Start plan %1</source>
        <translation>بدء الخطة %1</translation>
    </message>
    <message>
        <source>Plan %1: %2</source>
        <translation>الخطة %1: %2</translation>
    </message>
    <message>
        <source>Fence %1</source>
        <translation>عزل %1</translation>
    </message>
    <message>
        <source>Unfence %1</source>
        <translation>رفع عزل %1</translation>
    </message>
    <message>
        <source>Evict %1</source>
        <translation>إقصاء %1</translation>
    </message>
    <message>
        <source>Replay the orphan writes of %1</source>
        <translation>إعادة تنفيذ كتابات %1 اليتيمة</translation>
    </message>
    <message>
        <source>Discard the orphan writes of %1</source>
        <translation>إسقاط كتابات %1 اليتيمة</translation>
    </message>
    <message>
        <source>Revoke the rights of %1</source>
        <translation>سحب حقوق %1</translation>
    </message>
    <message>
        <source>Move the blog&apos;s writer to %1</source>
        <translation>نقل كاتب المدونة إلى %1</translation>
    </message>
    <message>
        <source>Let %1 seize the blog&apos;s writer</source>
        <translation>انتزاع كاتب المدونة إلى %1</translation>
    </message>
    <message>
        <source>Count the best sellers of %1 anew</source>
        <translation>إعادة حساب الأكثر مبيعًا في %1</translation>
    </message>
    <message>
        <source>Retry the changes set aside in %1</source>
        <translation>إعادة محاولة التغييرات المنحّاة في %1</translation>
    </message>
    <message>
        <source>Republish the name of %1</source>
        <translation>إعادة نشر اسم %1</translation>
    </message>
    <message>
        <source>Incident timeline</source>
        <translation>الخط الزمني للحادثة</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغِّل</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>الأعطال</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>فحوص الصحة</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>إجابات DNS</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>النسخ المتماثل</translation>
    </message>
    <message>
        <source>%1: checks red</source>
        <translation>%1: الفحوص حمراء</translation>
    </message>
    <message>
        <source>%1: %2 of %3 red</source>
        <extracomment>%1 region, %2 of %3 health checkers are red</extracomment>
        <translation>%1: الأحمر %2 من %3</translation>
    </message>
    <message>
        <source>%1 of %2 red</source>
        <extracomment>%1 of %2 health checkers are red</extracomment>
        <translation>الأحمر: %1 من %2</translation>
    </message>
    <message>
        <source>%1 of %2 green</source>
        <extracomment>%1 of %2 health checkers are green</extracomment>
        <translation>الأخضر: %1 من %2</translation>
    </message>
    <message>
        <source>Fail back, %1</source>
        <extracomment>Text of a bar: users are being brought back to a region</extracomment>
        <translation>إعادة إلى الخدمة، %1</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>A fault on the link between two regions</extracomment>
        <translation>%1، %2 – %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A fault and its region</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <extracomment>Beside the mark of a refused operator command</extracomment>
        <translation>رُفض: %1</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <extracomment>Head of a tool tip: time, kind of event, region</extracomment>
        <translation>%1  %2، %3</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Because: %1  %2</source>
        <translation>السبب: %1  %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more here; zoom in to tell them apart</source>
        <translation>
            <numerusform>ولا شيء آخر هنا</numerusform>
            <numerusform>وحدث آخر هنا؛ كبّر للتمييز بينها</numerusform>
            <numerusform>وحدثان آخران هنا؛ كبّر للتمييز بينها</numerusform>
            <numerusform>و%n أخرى هنا؛ كبّر للتمييز بينها</numerusform>
            <numerusform>و%n أخرى هنا؛ كبّر للتمييز بينها</numerusform>
            <numerusform>و%n أخرى هنا؛ كبّر للتمييز بينها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s).</source>
        <translation>
            <numerusform>لا أحداث.</numerusform>
            <numerusform>حدث واحد.</numerusform>
            <numerusform>حدثان.</numerusform>
            <numerusform>%n أحداث.</numerusform>
            <numerusform>%n حدثًا.</numerusform>
            <numerusform>%n حدث.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2.</source>
        <extracomment>%1 is a fault or a red health check, %2 a time of day</extracomment>
        <translation>%1 منذ %2.</translation>
    </message>
    <message>
        <source>No fault is active and all checks are green.</source>
        <translation>لا عطل نشط وكل الفحوص خضراء.</translation>
    </message>
    <message>
        <source>DNS answers: %1.</source>
        <translation>إجابات DNS: %1.</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>المحدد: %1</translation>
    </message>
</context>
<context>
    <name>sb::TimelineView</name>
    <message>
        <source>Follow now</source>
        <translation>متابعة الآن</translation>
    </message>
    <message>
        <source>Keep the present in view</source>
        <translation>إبقاء الحاضر ظاهرًا</translation>
    </message>
    <message>
        <source>Fit incident</source>
        <translation>ملاءمة الحادثة</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>الحدث السابق</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>الحدث التالي</translation>
    </message>
</context>
<context>
    <name>sb::TopBar</name>
    <message>
        <source>+ Virginia</source>
        <translation>+ فرجينيا</translation>
    </message>
    <message>
        <source>New run with Virginia</source>
        <translation>تشغيل جديد مع فرجينيا</translation>
    </message>
    <message>
        <source>Injects a fault into a region or link</source>
        <translation>حقن عطل في منطقة أو وصلة</translation>
    </message>
    <message>
        <source>Break…</source>
        <translation>إعطال…</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>إعادة للخدمة…</translation>
    </message>
    <message>
        <source>Returns a healed region to service</source>
        <translation>إرجاع منطقة متعافية إلى الخدمة</translation>
    </message>
    <message>
        <source>Export record</source>
        <translation>تصدير السجل</translation>
    </message>
    <message>
        <source>Writes the incident record to a file</source>
        <translation>كتابة سجل الحادثة في ملف</translation>
    </message>
    <message>
        <source>Recovery time objective: from the first user-visible error until errors are back under the objective</source>
        <translation>هدف زمن التعافي: من أول خطأ يراه المستخدم حتى تعود الأخطاء إلى ما دون الهدف</translation>
    </message>
    <message>
        <source>Acknowledged orders that exist in one region only: lost if that region were lost now</source>
        <translation>طلبيات مؤكدة موجودة في منطقة واحدة فقط: تُفقد لو فُقدت تلك المنطقة الآن</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>title of the run, number of regions</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>At risk %1 · %2</source>
        <translation>في خطر: %1 · %2</translation>
    </message>
    <message>
        <source>Risk %1 · %2</source>
        <comment>short for: at risk</comment>
        <translation>خطر: %1 · %2</translation>
    </message>
    <message>
        <source>RTO %1 running</source>
        <translation>RTO %1 جارٍ</translation>
    </message>
    <message>
        <source>RTO %1</source>
        <translation>RTO %1</translation>
    </message>
    <message>
        <source>Restored in %1</source>
        <translation>استُعيدت خلال %1</translation>
    </message>
    <message>
        <source>Incident %1 open</source>
        <translation>الحادثة %1 مفتوحة</translation>
    </message>
    <message>
        <source>Objectives met · last RTO %1</source>
        <translation>الأهداف محققة · آخر RTO %1</translation>
    </message>
    <message>
        <source>Objectives met</source>
        <translation>الأهداف محققة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>sb::TrackView</name>
    <message>
        <source>Tracks of the incident</source>
        <translation>مسارات الحادثة</translation>
    </message>
    <message>
        <source>Move track %1</source>
        <translation>نقل المسار %1</translation>
    </message>
    <message>
        <source>Unpin track %1</source>
        <translation>إلغاء تثبيت المسار %1</translation>
    </message>
    <message>
        <source>Pin track %1</source>
        <translation>تثبيت المسار %1</translation>
    </message>
    <message>
        <source>Hide track %1</source>
        <translation>إخفاء المسار %1</translation>
    </message>
    <message>
        <source>Unpin track</source>
        <translation>إلغاء تثبيت المسار</translation>
    </message>
    <message>
        <source>Pin track to the top</source>
        <translation>تثبيت المسار في الأعلى</translation>
    </message>
    <message>
        <source>Hide track</source>
        <translation>إخفاء المسار</translation>
    </message>
    <message>
        <source>Move track up</source>
        <translation>نقل المسار إلى أعلى</translation>
    </message>
    <message>
        <source>Move track down</source>
        <translation>نقل المسار إلى أسفل</translation>
    </message>
    <message>
        <source>Rename flag…</source>
        <translation>إعادة تسمية العلامة…</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>إزالة العلامة</translation>
    </message>
    <message>
        <source>Set a flag here…</source>
        <translation>وضع علامة هنا…</translation>
    </message>
    <message>
        <source>Fit selection, or all</source>
        <translation>ملاءمة التحديد، أو الكل</translation>
    </message>
    <message>
        <source>Select the range of the event</source>
        <translation>تحديد مدى الحدث</translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation>متابعة الآن</translation>
    </message>
</context>
<context>
    <name>sb::TrafficPage</name>
    <message>
        <source>Traffic</source>
        <translation>المرور</translation>
    </message>
    <message>
        <source>Requests, latency and errors, a row for each time</source>
        <translation>الطلبات وزمن الاستجابة والأخطاء، صف لكل وقت</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>عبر الزمن</translation>
    </message>
    <message>
        <source>No samples yet: resume the run to see its traffic.</source>
        <translation>لا عينات بعد: استأنف التشغيل لرؤية المرور.</translation>
    </message>
    <message>
        <source>By region, last seconds</source>
        <translation>حسب المنطقة، الثواني الأخيرة</translation>
    </message>
    <message>
        <source>Traffic by region</source>
        <translation>المرور حسب المنطقة</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>الإجابات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>How far visits get, last minute</source>
        <translation>المدى الذي تبلغه الزيارات، آخر دقيقة</translation>
    </message>
    <message>
        <source>Clients that go where no answer leads</source>
        <translation>عملاء يذهبون إلى حيث لا تقود أي إجابة</translation>
    </message>
    <message>
        <source>Clients by kind</source>
        <translation>العملاء حسب النوع</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>الزيارات</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>متقادم</translation>
    </message>
    <message>
        <source>Now %1 · 50 % within %2, 95 % within %3, 99 % within %4 · errors %5 · %6 since the start, %7 failed</source>
        <translation>الآن %1 · 50 % خلال %2، 95 % خلال %3، 99 % خلال %4 · الأخطاء %5 · منذ البدء: %6، الفاشل منها %7</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
</context>
<context>
    <name>sb::TrafficStrips</name>
    <message>
        <source>Requests, latency and errors over time</source>
        <translation>الطلبات وزمن الاستجابة والأخطاء عبر الزمن</translation>
    </message>
    <message>
        <source>Requests, stacked by region</source>
        <translation>الطلبات، مكدّسة حسب المنطقة</translation>
    </message>
    <message>
        <source>What customers waited: the stronger the more; lines: 50, 95 and 99 % of them</source>
        <translation>ما انتظره الزبائن: كلما اشتد اللون زاد العدد؛ الخطوط: 50 و95 و99 % منهم</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a series and its value</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>errors %1</source>
        <translation>الأخطاء %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>فوق %1</translation>
    </message>
    <message>
        <source>The heat is not kept for this range: choose two minutes</source>
        <translation>لا تُحفظ الخريطة الحرارية لهذا المدى: اختر «دقيقتان»</translation>
    </message>
    <message>
        <source>No samples yet: resume the run to see its traffic.</source>
        <translation>لا عينات بعد: استأنف التشغيل لرؤية المرور.</translation>
    </message>
</context>
<context>
    <name>sb::ViewExport</name>
    <message>
        <source>the picture cannot be packed</source>
        <translation>تعذر ضغط الصورة</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>صورة (PNG)</translation>
    </message>
    <message>
        <source>Picture, double size (PNG)</source>
        <translation>صورة، حجم مضاعف (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>رسم (SVG)</translation>
    </message>
    <message>
        <source>Data (CSV)</source>
        <translation>بيانات (CSV)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>جدول</translation>
    </message>
</context>
<context>
    <name>sb::ViewMenu</name>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Lag in seconds</source>
        <translation>التأخر بالثواني</translation>
    </message>
    <message>
        <source>Waiting operations</source>
        <translation>العمليات بالانتظار</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>الخريطة</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>المخططات</translation>
    </message>
    <message>
        <source>Replication matrix</source>
        <translation>مصفوفة النسخ المتماثل</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>المرور</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>الحادثة</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>نسخ كصورة</translation>
    </message>
    <message>
        <source>Copy as data (CSV)</source>
        <translation>نسخ كبيانات (CSV)</translation>
    </message>
    <message>
        <source>Save view as</source>
        <translation>حفظ العرض باسم</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Copied as an image: %1</source>
        <translation>نُسخ كصورة: %1</translation>
    </message>
    <message>
        <source>%1 has no data to copy at present. Copy it as an image.</source>
        <translation>لا بيانات للنسخ في %1 حاليًا. انسخه كصورة.</translation>
    </message>
    <message>
        <source>Copied as data: %1</source>
        <translation>نُسخ كبيانات: %1</translation>
    </message>
</context>
<context>
    <name>sb::ViewWriter</name>
    <message>
        <source>%1: nothing was written, because this view has no data at present; save it as a picture</source>
        <translation>%1: لم يُكتب شيء، إذ لا بيانات في هذا العرض حاليًا؛ احفظه كصورة</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <extracomment>a file, and why it could not be written</extracomment>
        <translation>%1: تعذرت الكتابة: %2</translation>
    </message>
</context>
<context>
    <name>sb::VotesView</name>
    <message>
        <source>%1 of %2 checkers say healthy, %3 are needed</source>
        <translation>نقاط الفحص التي تحكم بالسلامة: %1 من %2، واللازم %3</translation>
    </message>
</context>
<context>
    <name>sb::WallView</name>
    <message>
        <source>Wall mode</source>
        <translation>وضع الحائط</translation>
    </message>
</context>
<context>
    <name>sb::WhyPanel</name>
    <message>
        <source>Why this answer?</source>
        <translation>لماذا هذه الإجابة؟</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;نسخ كنص</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>إ&amp;غلاق</translation>
    </message>
</context>
<context>
    <name>sb::WorldMap</name>
    <message>
        <source>World map</source>
        <translation>خريطة العالم</translation>
    </message>
    <message>
        <source>Regions and the replication links between them. Arrow keys move, Enter selects, Menu opens actions, plus and minus look closer and wider.</source>
        <translation>المناطق ووصلات النسخ المتماثل بينها. مفاتيح الأسهم للتنقل، وEnter للتحديد، وMenu لفتح الإجراءات، وزائد وناقص للتكبير والتصغير.</translation>
    </message>
    <message>
        <source>Ring of regions</source>
        <translation>حلقة المناطق</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>إجراءات %1</translation>
    </message>
</context>
<context>
    <name>sb::ZoneCard</name>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Zones of your own</source>
        <translation>نطاقاتك الخاصة</translation>
    </message>
    <message>
        <source>Check a &amp;zone file…</source>
        <translation>فحص ملف &amp;نطاق…</translation>
    </message>
    <message>
        <source>Show this run&apos;s zone</source>
        <translation>إظهار نطاق هذا التشغيل</translation>
    </message>
    <message>
        <source>Reads what &apos;aws route53 list-resource-record-sets&apos; prints, and &apos;list-health-checks&apos; beside it, and says what is wrong with it and what is unwise. Nothing is sent anywhere.</source>
        <translation>تُقرأ مخرجات &apos;aws route53 list-resource-record-sets&apos; ومعها &apos;list-health-checks&apos;، ويُبيَّن ما فيها من خطأ وما لا يُنصح به. ولا يُرسل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What is so</source>
        <translation>الواقع</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>العاقبة</translation>
    </message>
    <message>
        <source>What mends it</source>
        <translation>العلاج</translation>
    </message>
    <message>
        <source>This run&apos;s customers ask the program&apos;s own zone. There is nothing to judge in it.</source>
        <translation>زبائن هذا التشغيل يسألون نطاق البرنامج نفسه. لا شيء فيه للحكم عليه.</translation>
    </message>
    <message>
        <source>Check a zone file</source>
        <translation>فحص ملف نطاق</translation>
    </message>
    <message>
        <source>Zone files (*.json)</source>
        <translation>ملفات النطاق (*.json)</translation>
    </message>
    <message>
        <source>Its health checks, if you have them: Cancel judges the zone alone</source>
        <translation>فحوص صحته، إن وُجدت لديك: الإلغاء يعني الحكم على النطاق وحده</translation>
    </message>
    <message>
        <source>Health checks (*.json)</source>
        <translation>فحوص الصحة (*.json)</translation>
    </message>
    <message>
        <source>mistake</source>
        <translation>غلط</translation>
    </message>
    <message>
        <source>the file is refused</source>
        <translation>الملف مرفوض</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>غير مدعوم</translation>
    </message>
    <message>
        <source>it has no effect here</source>
        <translation>لا أثر له هنا</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1، %2، %3</translation>
    </message>
    <message>
        <source>This run&apos;s customers ask for %1 in a zone of your own</source>
        <extracomment>the domain name that the run&apos;s customers ask for</extracomment>
        <translation>زبائن هذا التشغيل يطلبون %1 في نطاق خاص بك</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2; its health checks are not there</source>
        <translation>%1: %2؛ فحوص صحته غير موجودة</translation>
    </message>
</context>
</TS>
