<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_GB">
<context>
    <name>ActiveFaults</name>
    <message>
        <source>End now</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>End now: %1</source>
        <translation>すぐに終了：%1</translation>
    </message>
    <message>
        <source>Reverses this fault now and checks that nothing of it stays behind.</source>
        <translation>この障害をすぐに元に戻し、影響が残っていないことを確かめます。</translation>
    </message>
    <message>
        <source>Renew: %1</source>
        <translation>更新：%1</translation>
    </message>
    <message>
        <source>Ends the fault and injects it again in the same instant: its %1 begin anew.</source>
        <translation>障害を終了し、同じ瞬間に再び注入します。%1を最初から数え直します。</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <extracomment>until a fault ends by itself; %1 is a running clock: &quot;14:18&quot;</extracomment>
        <translation>あと%1で終了</translation>
    </message>
    <message>
        <source>%1, ends in %2</source>
        <extracomment>a fault with its place, then when it ends: &quot;Region outage, Ireland, ends in 14:18&quot;</extracomment>
        <translation>%1、あと%2で終了</translation>
    </message>
</context>
<context>
    <name>BlastRadius</name>
    <message>
        <source>%1 of all requests (%2) fail until they are moved.</source>
        <translation>全リクエストの%1（%2）が、移動されるまで失敗します。</translation>
    </message>
    <message>
        <source>%1 turns red although it answers: %2 of all requests (%3) are moved away.</source>
        <translation>%1は応答していても赤になります。全リクエストの%2（%3）が移動されます。</translation>
    </message>
    <message>
        <source>Copies take %1 longer each way; no request goes there.</source>
        <translation>コピーの所要時間が片道%1延びます。ここへ向かうリクエストはありません。</translation>
    </message>
    <message>
        <source>%1 of all requests (%2) take longer: %3 more.</source>
        <translation>全リクエストの%1（%2）の所要時間が%3延びます。</translation>
    </message>
    <message>
        <source>Writes in %1 fail; reads go on. It has %2 of all requests (%3).</source>
        <translation>%1の書き込みは失敗し、読み取りは続きます。全リクエストの%2（%3）を担当しています。</translation>
    </message>
    <message>
        <source>No request fails; from now on writes in %1 have no second copy there.</source>
        <translation>失敗するリクエストはありません。以後、%1の書き込みは相手先に2つ目のコピーができません。</translation>
    </message>
    <message>
        <source>%1 more requests from around %2 (%3 now).</source>
        <translation>%2周辺からのリクエストが%1増えます（現在%3）。</translation>
    </message>
    <message>
        <source>No request fails at once. %1</source>
        <translation>すぐに失敗するリクエストはありません。%1</translation>
    </message>
    <message>
        <source>Visits: about %1. Cities: %2.</source>
        <extracomment>people hit by a fault; %1 and %2 are counts</extracomment>
        <translation>訪問：約%1、都市：%2。</translation>
    </message>
    <message>
        <source>Links hit: %1. Writes without a second copy: %2 (%3, %4).</source>
        <extracomment>counts; %3 is &quot;17 orders&quot;, %4 an amount of money</extracomment>
        <translation>影響リンク：%1。2つ目のコピーがない書き込み：%2（%3、%4）。</translation>
    </message>
    <message>
        <source>Links hit: %1. Every write has a second copy now.</source>
        <translation>影響リンク：%1。現在、すべての書き込みに2つ目のコピーがあります。</translation>
    </message>
    <message>
        <source>No other region can take over.</source>
        <translation>引き継げるリージョンが他にありません。</translation>
    </message>
    <message>
        <source>%1 can carry it: %2 of its capacity.</source>
        <translation>%1は担えます：処理能力の%2。</translation>
    </message>
    <message>
        <source>The rest can carry it: %1 would stand at %2 of its capacity.</source>
        <translation>残りのリージョンで担えます：%1が処理能力の%2に達します。</translation>
    </message>
    <message>
        <source>%1 cannot carry it: %2 of its capacity.</source>
        <translation>%1は担えません：処理能力の%2。</translation>
    </message>
    <message>
        <source>The rest cannot carry it: %1 would stand at %2 of its capacity.</source>
        <translation>残りのリージョンでは担えません：%1が処理能力の%2に達します。</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>%1 answers 403: its API mapping is gone. %2 of requests still go there.</source>
        <translation>%1は403を返しています。APIマッピングがありません。リクエストの%2がまだ向かっています。</translation>
    </message>
    <message>
        <source>%1 answers 403: its API mapping is gone.</source>
        <translation>%1は403を返しています。APIマッピングがありません。</translation>
    </message>
    <message>
        <source>%1 does not answer. %2 of requests still go there (cached DNS).</source>
        <translation>%1は応答していません。リクエストの%2がまだ向かっています（DNSキャッシュ）。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1は応答していません。</translation>
    </message>
    <message>
        <source>%1 has failed: %2.</source>
        <translation>%1がダウンしました：%2。</translation>
    </message>
    <message>
        <source>%1 of %2 checkers red since %3 · answers moved to %4</source>
        <translation>%3からチェッカー%1/%2が赤 · 応答先は%4へ移動</translation>
    </message>
    <message>
        <source>%1 of %2 checkers red · answers not moved yet</source>
        <translation>チェッカー%1/%2が赤 · 応答先は未移動</translation>
    </message>
    <message>
        <source>%1 is degraded: %2.</source>
        <translation>%1は機能低下中です：%2。</translation>
    </message>
    <message>
        <source>%1 is held out until it is failed back.</source>
        <translation>%1はフェイルバックするまで除外されています。</translation>
    </message>
    <message>
        <source>Ready to fail back.</source>
        <translation>フェイルバックできます。</translation>
    </message>
    <message>
        <source>%1 is failing back: %2.</source>
        <translation>%1はフェイルバック中です：%2。</translation>
    </message>
    <message>
        <source>%1 is kept out of the answers by order: %2.</source>
        <translation>%1は指示により応答から外されています：%2。</translation>
    </message>
    <message>
        <source>Replication %1: %2.</source>
        <translation>レプリケーション %1：%2。</translation>
    </message>
    <message>
        <source>The run has stopped.</source>
        <translation>実行は停止しました。</translation>
    </message>
    <message>
        <source>%1 of requests fail.</source>
        <translation>リクエストの%1が失敗しています。</translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>List drills</source>
        <translation>訓練を一覧</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 を書き出し</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>セッションを保存</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>予測: %1</translation>
    </message>
    <message>
        <source>Compare health checks: %1</source>
        <translation>ヘルスチェックを比較: %1</translation>
    </message>
    <message>
        <source>Check the zone file %1</source>
        <translation>ゾーンファイル %1 を検査</translation>
    </message>
    <message>
        <source>Repeat %1</source>
        <translation>%1 を繰り返し</translation>
    </message>
    <message>
        <source>Read the record %1</source>
        <translation>記録 %1 を読み込み</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>拒否：%1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒否：%1</translation>
    </message>
    <message>
        <source>The drill orders: %1</source>
        <translation>訓練の指示：%1</translation>
    </message>
    <message>
        <source>The operator orders: %1</source>
        <translation>オペレーターの指示：%1</translation>
    </message>
    <message>
        <source>fault %1 is not active; it was cleared, expired or never injected</source>
        <translation>障害%1は発生していません。解除済みか期限切れ、または未注入です</translation>
    </message>
    <message>
        <source>no fault is active</source>
        <translation>発生中の障害はありません</translation>
    </message>
    <message>
        <source>no fault touches %1; there is nothing to restore</source>
        <translation>%1に及ぶ障害はなく、復旧するものはありません</translation>
    </message>
    <message>
        <source>%1 is already active (fault %2); clear it first, or let it expire</source>
        <translation>%1はすでに発生中です（障害%2）。先に解除するか、期限切れを待ってください</translation>
    </message>
    <message>
        <source>%1 has nothing to act on in this run</source>
        <translation>この実行には%1の対象がありません</translation>
    </message>
    <message>
        <source>no other region has a whole copy of the data; without %1&apos;s there would be nothing to rebuild from</source>
        <translation>完全なコピーを持つリージョンが他にありません。%1のコピーがないと、再構築の元がなくなります</translation>
    </message>
    <message>
        <source>%1 has lost its store %2 times; a run keeps account of no more</source>
        <translation>%1はストアを%2回失いました。1回の実行で管理できる上限です</translation>
    </message>
    <message>
        <source>%1 is already being failed back (%2)</source>
        <translation>%1はすでにフェイルバック中です（%2）</translation>
    </message>
    <message>
        <source>%1 is in service; there is nothing to fail back</source>
        <translation>%1は稼働中で、フェイルバックするものはありません</translation>
    </message>
    <message>
        <source>no other region is serving; holding %1 out would leave users with none</source>
        <translation>他に稼働中のリージョンがありません。%1を除外すると、ユーザーの行き先がなくなります</translation>
    </message>
    <message>
        <source>no fail-back of %1 is running</source>
        <translation>%1のフェイルバックは行われていません</translation>
    </message>
    <message>
        <source>%1 is fenced: unfence it first, or its users could not write</source>
        <translation>%1はフェンス中です。先にフェンスを解除しないと、ユーザーが書き込めません</translation>
    </message>
    <message>
        <source>%1 takes no writes: %2</source>
        <translation>%1は書き込みを受け付けません：%2</translation>
    </message>
    <message>
        <source>it is down; restore it, or write in another region</source>
        <translation>ダウンしています。復旧するか、別のリージョンで書き込んでください</translation>
    </message>
    <message>
        <source>an order about %1 is on its way to the voters; try again</source>
        <translation>%1に関する指示が投票者へ送信中です。もう一度試してください</translation>
    </message>
    <message>
        <source>%1 is fenced already</source>
        <translation>%1はすでにフェンス中です</translation>
    </message>
    <message>
        <source>%1 is not fenced</source>
        <translation>%1はフェンスされていません</translation>
    </message>
    <message>
        <source>no other region could take writes; fencing %1 would leave users with none: restore or unfence another region first</source>
        <translation>他に書き込みを受け付けられるリージョンがなく、%1をフェンスするとユーザーの行き先がなくなります。先に別のリージョンを復旧するか、フェンスを解除してください</translation>
    </message>
    <message>
        <source>profile as-aws has no server-side fence, as the reference architectures have none: they stop writers at the client; run with profile hardened</source>
        <translation>プロファイルas-awsには、参照アーキテクチャと同じくサーバー側のフェンスがなく、書き込みはクライアント側で止めます。プロファイルhardenedで実行してください</translation>
    </message>
    <message>
        <source>%1 is the last member: no other one is up with a whole copy of the data; restore another region first</source>
        <translation>%1は最後のメンバーです。完全なコピーを持って稼働するメンバーが他にありません。先に別のリージョンを復旧してください</translation>
    </message>
    <message>
        <source>%1 is evicted already; it rejoins when it can reach a member</source>
        <translation>%1は排除済みです。メンバーに到達できると再び参加します</translation>
    </message>
    <message>
        <source>%1 is up and in touch with other members; only a region that is down or has been silent for %2 can be evicted</source>
        <translation>%1は稼働中で、他のメンバーと通信しています。排除できるのは、ダウンしているか、%2の間応答のないリージョンだけです</translation>
    </message>
    <message>
        <source>no orphan writes of %1 wait</source>
        <translation>%1に処置待ちの孤立書き込みはありません</translation>
    </message>
    <message>
        <source>%1 has no whole copy yet to offer them to; wait until it serves writes</source>
        <translation>%1には再適用先となる完全なコピーがまだありません。書き込みの提供が始まるまで待ってください</translation>
    </message>
    <message>
        <source>the disk of %1 is full; make room first</source>
        <translation>%1のディスクが満杯です。先に空きを確保してください</translation>
    </message>
    <message>
        <source>%1 is the writer of the blog already</source>
        <translation>%1はすでにブログのライターです</translation>
    </message>
    <message>
        <source>the blog&apos;s writer is being changed to %1 already; wait until that has ended</source>
        <translation>ブログのライターはすでに%1へ変更中です。終わるまで待ってください</translation>
    </message>
    <message>
        <source>%1 is down; name a region that is up</source>
        <translation>%1はダウンしています。稼働中のリージョンを指定してください</translation>
    </message>
    <message>
        <source>%1 is evicted; it can be the writer once it has a new copy</source>
        <translation>%1は排除済みです。新しいコピーを得るまでライターになれません</translation>
    </message>
    <message>
        <source>the present writer, %1, is down and cannot hand over; seize-writer takes the seat without it, and says what is at risk then</source>
        <translation>現在のライター%1はダウンしており、引き継げません。seize-writerは引き継ぎなしで取得し、その時点の消失リスクを示します</translation>
    </message>
    <message>
        <source>changes of the present writer, %1, do not reach %2; seize-writer takes the seat without it, and says what is at risk then</source>
        <translation>現在のライター%1の変更が%2に届いていません。seize-writerは引き継ぎなしで取得し、その時点の消失リスクを示します</translation>
    </message>
    <message>
        <source>%1 is out or its copy is not whole; restore it first</source>
        <translation>%1は停止中か、コピーが不完全です。先に復旧してください</translation>
    </message>
    <message>
        <source>the board of %1 is being rebuilt already</source>
        <translation>%1の売れ筋はすでに再構築中です</translation>
    </message>
    <message>
        <source>%1 lacks nothing that %2 holds</source>
        <translation>%2が持つもので、%1にないものはありません</translation>
    </message>
    <message>
        <source>%1 lacks nothing that %2 holds, but for %3 that the rule will bring</source>
        <translation>%2が持つもので%1にないのは、ルールがこれから届ける%3だけです</translation>
    </message>
    <message>
        <source>a backfill from %1 to %2 is under way; %3 to go</source>
        <translation>%1から%2への補完コピーが進行中です。残り%3</translation>
    </message>
    <message>
        <source>copying from %1 to %2 is paused by a fault; clear it first</source>
        <translation>%1から%2へのコピーは障害により一時停止中です。先に障害を解除してください</translation>
    </message>
    <message>
        <source>these are the weights already; nothing would change</source>
        <translation>すでにこの重みです。何も変わりません</translation>
    </message>
    <message>
        <source>this run&apos;s zone is not published by plans</source>
        <translation>この実行のゾーンはプランでは公開されません</translation>
    </message>
    <message>
        <source>no other region is healthy, in service and not fenced; the plan would leave users with none</source>
        <translation>正常かつ稼働中でフェンスされていないリージョンが他にありません。このプランではユーザーの行き先がなくなります</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is being executed; two plans at once would work against each other</source>
        <translation>プラン「%1」を実行中です。2つのプランを同時に実行すると互いに干渉します</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is not being executed</source>
        <translation>プラン「%1」は実行されていません</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is paused already</source>
        <translation>プラン「%1」はすでに一時停止中です</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is not paused</source>
        <translation>プラン「%1」は一時停止していません</translation>
    </message>
    <message>
        <source>all steps of plan &apos;%1&apos; have ended</source>
        <translation>プラン「%1」の全ステップが終了しています</translation>
    </message>
    <message>
        <source>a step has failed: retry it or skip it</source>
        <translation>失敗したステップがあります。再試行するか省略してください</translation>
    </message>
    <message>
        <source>no step of the plan is in a state for that</source>
        <translation>プランのどのステップも、その操作ができる状態ではありません</translation>
    </message>
    <message>
        <source>step &apos;%1&apos; is not in a state for that</source>
        <translation>ステップ「%1」は、その操作ができる状態ではありません</translation>
    </message>
    <message>
        <source>the plan is being rolled back</source>
        <translation>プランはロールバック中です</translation>
    </message>
    <message>
        <source>it is so already</source>
        <translation>すでにその状態です</translation>
    </message>
    <message>
        <source>this run is not recorded; start it with a recording to save it</source>
        <translation>この実行は記録されていません。保存するには、記録を有効にして開始してください</translation>
    </message>
    <message>
        <source>safety rule %1 (%2) refuses it: %3. It would pass with %4 in the same call; to do it all the same, override %5 with a reason</source>
        <translation>安全ルール%1（%2）により拒否されました：%3。同じ呼び出しに%4を含めれば通ります。それでも行うには、理由を付けて%5をオーバーライドしてください</translation>
    </message>
    <message>
        <source>safety rule %1 (%2) refuses it: %3. To do it all the same, override %4 with a reason</source>
        <translation>安全ルール%1（%2）により拒否されました：%3。それでも行うには、理由を付けて%4をオーバーライドしてください</translation>
    </message>
    <message>
        <source>%1 safety rules refuse it: %2. To do it all the same, override %3 with a reason</source>
        <translation>%1件の安全ルールにより拒否されました：%2。それでも行うには、理由を付けて%3をオーバーライドしてください</translation>
    </message>
    <message>
        <source>%1 (exactly %2 of %3): %4</source>
        <translation>%1（%3中ちょうど%2）：%4</translation>
    </message>
    <message>
        <source>%1 (at least %2 of %3): %4</source>
        <translation>%1（%3中%2以上）：%4</translation>
    </message>
    <message>
        <source>its controls were changed a moment ago, wait %1 more</source>
        <translation>コントロールは変更直後です。あと%1待ってください</translation>
    </message>
    <message>
        <source>nothing would answer: both controls off</source>
        <translation>応答するものがなくなります：両方のコントロールがオフ</translation>
    </message>
    <message>
        <source>nothing would answer: all %1 controls off</source>
        <translation>応答するものがなくなります：%1個すべてのコントロールがオフ</translation>
    </message>
    <message>
        <source>all would answer at once: both controls on</source>
        <translation>すべてが同時に応答します：両方のコントロールがオン</translation>
    </message>
    <message>
        <source>another change of routing controls is under way; it needs three endpoints, in reach: %1; try again</source>
        <translation>ルーティングコントロールの別の変更が進行中です。3つのエンドポイントが必要で、到達可能なのは%1です。もう一度試してください</translation>
    </message>
    <message>
        <source>a change of routing controls needs three of the cluster&apos;s five endpoints, and only %1 answer: %2</source>
        <translation>ルーティングコントロールの変更には、クラスターの5つのエンドポイントのうち3つが必要ですが、応答するのは%1だけです：%2</translation>
    </message>
    <message>
        <source>the region answers nothing: restore it</source>
        <translation>リージョンが応答していません：復旧が必要</translation>
    </message>
    <message>
        <source>its API mapping is missing: restore it</source>
        <translation>APIマッピングがありません：復旧が必要</translation>
    </message>
    <message>
        <source>a green health check</source>
        <translation>緑のヘルスチェック</translation>
    </message>
    <message>
        <source>replication with %1, %2 behind</source>
        <translation>%1とのレプリケーション（遅れ%2）</translation>
    </message>
    <message>
        <source>another region to compare its copy with: none is up</source>
        <translation>コピーの比較相手となる別のリージョン（稼働中のものなし）</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>%1待ち</translation>
    </message>
    <message>
        <source>waiting for replication</source>
        <translation>レプリケーション待ち</translation>
    </message>
    <message>
        <source>comparing its copy with the survivors&apos;</source>
        <translation>コピーを残存リージョンと比較中</translation>
    </message>
    <message>
        <source>%1 % of its answers</source>
        <translation>応答の%1%</translation>
    </message>
    <message>
        <source>Fail-back of %1 begins: restore, catch up, verify, ramp %2 %</source>
        <translation>%1のフェイルバック開始：復旧、追いつき、検証、段階復帰%2%</translation>
    </message>
    <message>
        <source>%1 answers and its check is green; %2 changes are still to be exchanged</source>
        <translation>%1が応答し、チェックは緑です。未交換の変更が%2件あります</translation>
    </message>
    <message>
        <source>%1 has caught up; its copy is compared with the others&apos;</source>
        <translation>%1が追いつきました。コピーを他と比較しています</translation>
    </message>
    <message>
        <source>%1 gets %2 % of its natural answers</source>
        <translation>%1に本来の応答の%2%を配分</translation>
    </message>
    <message>
        <source>%1 is back in service, %2 after the fail-back began</source>
        <translation>%1がサービスに復帰、フェイルバック開始から%2</translation>
    </message>
    <message>
        <source>%1 is held out of the DNS answers; it returns by fail-back only</source>
        <translation>%1はDNS応答から除外中です。復帰はフェイルバックによってのみ行われます</translation>
    </message>
    <message>
        <source>%1 of %2 checkers say %3 is healthy</source>
        <translation>チェッカー%2台中%1台が%3を正常と判定</translation>
    </message>
    <message>
        <source>%1 of %2 checkers say %3 is healthy (%4)</source>
        <translation>チェッカー%2台中%1台が%3を正常と判定（%4）</translation>
    </message>
    <message>
        <source>%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed</source>
        <translation>%1は異常です：チェッカー%3台中%2台が正常と判定。%4%超が必要</translation>
    </message>
    <message>
        <source>%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed; last failure: %5</source>
        <translation>%1は異常です：チェッカー%3台中%2台が正常と判定。%4%超が必要。直近の失敗：%5</translation>
    </message>
    <message>
        <source>%1 is healthy again: %2 of %3 checkers say healthy; more than %4 % are needed</source>
        <translation>%1は再び正常です：チェッカー%3台中%2台が正常と判定。%4%超が必要</translation>
    </message>
    <message>
        <source>timeout after %1</source>
        <translation>%1でタイムアウト</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>ステータス%1</translation>
    </message>
    <message>
        <source>The check of %1 may be wrong: customers there are served, with %2 errors per mille in the last seconds</source>
        <translation>%1のチェックは誤りの可能性があります：顧客には応答しており、直近数秒のエラーは1,000件中%2件です</translation>
    </message>
    <message>
        <source>DNS answers now name %1</source>
        <translation>DNS応答先が%1になりました</translation>
    </message>
    <message>
        <source>DNS answers %1 again</source>
        <translation>DNSが再び%1を応答しています</translation>
    </message>
    <message>
        <source>DNS begins to answer %1 instead of %2 as cached answers expire</source>
        <translation>キャッシュされた応答の期限切れに伴い、DNSは%2に代えて%1を応答し始めます</translation>
    </message>
    <message>
        <source>No record is healthy and admitted: the zone fails open and answers as if all were</source>
        <translation>正常で受入可能なレコードがありません。ゾーンはフェイルオープンし、すべて正常とみなして応答します</translation>
    </message>
    <message>
        <source>%1 may receive %2 % of its natural answers</source>
        <translation>%1は本来の応答の%2%まで受入可能</translation>
    </message>
    <message>
        <source>held until it is failed back</source>
        <translation>フェイルバックまで除外</translation>
    </message>
    <message>
        <source>failing back, at %1 %</source>
        <translation>フェイルバック中、%1%</translation>
    </message>
    <message>
        <source>a routing control is off</source>
        <translation>ルーティングコントロールがオフ</translation>
    </message>
    <message>
        <source>shifted away</source>
        <translation>退避中</translation>
    </message>
    <message>
        <source>dial at %1 %</source>
        <translation>ダイヤル%1%</translation>
    </message>
    <message>
        <source>%1: at least %2 of %3</source>
        <translation>%1：%3中%2以上</translation>
    </message>
    <message>
        <source>%1: exactly %2 of %3</source>
        <translation>%1：%3中ちょうど%2</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is on</source>
        <translation>パネル%2のルーティングコントロール%1はオンです</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is off</source>
        <translation>パネル%2のルーティングコントロール%1はオフです</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is on: %3</source>
        <translation>パネル%2のルーティングコントロール%1はオンです：%3</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is off: %3</source>
        <translation>パネル%2のルーティングコントロール%1はオフです：%3</translation>
    </message>
    <message>
        <source>New connections move from %1 to %2; by city they now go to: %3</source>
        <translation>新しい接続は%1から%2へ移ります。現在の都市別の接続先：%3</translation>
    </message>
    <message>
        <source>Edges asked %1 because %2 failed: %3 requests in the last second</source>
        <translation>%2が失敗したため、エッジは%1に問い合わせました：直近1秒でリクエスト%3件</translation>
    </message>
    <message>
        <source>%1 is asked for %2 % of what it can do</source>
        <translation>%1に処理能力の%2%が要求されています</translation>
    </message>
    <message>
        <source>%1 has room again after %2; it refused %3 requests; %4 % of what came were repeats</source>
        <translation>%1は%2後に余裕を回復しました。拒否したリクエスト%3件、届いた分の%4%は再試行でした</translation>
    </message>
    <message>
        <source>%1 will be full in %2: growing demand asks it for up to %3 % of what it can do</source>
        <translation>%1は%2後に満杯になります：需要が増え、処理能力の最大%3%が要求されます</translation>
    </message>
    <message>
        <source>Refused: the enactor in %1 would have put version %2 over version %3 for %4</source>
        <translation>拒否：%1の適用処理は、%4のバージョン%3をバージョン%2で上書きするところでした</translation>
    </message>
    <message>
        <source>The name of %1 has no address any more: version %2 was in force and has been cleaned up as outdated</source>
        <translation>%1の名前にアドレスがなくなりました：適用中のバージョン%2が、古いものとして削除されました</translation>
    </message>
    <message>
        <source>%1 will be full in %2: answers that move ask it for up to %3 % of what it can do</source>
        <translation>%1は%2後に満杯になります：移動してくる応答により、処理能力の最大%3%が要求されます</translation>
    </message>
    <message>
        <source>Health check %1 (%2) is healthy</source>
        <translation>ヘルスチェック%1（%2）は正常です</translation>
    </message>
    <message>
        <source>Health check %1 (%2) is unhealthy</source>
        <translation>ヘルスチェック%1（%2）は異常です</translation>
    </message>
    <message>
        <source>%1 is healthy again: its records are judged by health check %2 (%3)</source>
        <translation>%1は再び正常です：レコードはヘルスチェック%2（%3）で判定されます</translation>
    </message>
    <message>
        <source>%1 is unhealthy: its records are judged by health check %2 (%3)</source>
        <translation>%1は異常です：レコードはヘルスチェック%2（%3）で判定されます</translation>
    </message>
    <message>
        <source>no enactor changes a name whose plan it cannot find, until the zone is republished</source>
        <translation>ゾーンを再公開するまで、プランの見つからない名前はどの適用処理も変更しません</translation>
    </message>
    <message>
        <source>An old plan is in force for %1: the enactor in %2 put version %3 over version %4, %5 after it was made</source>
        <translation>%1に古いプランが適用されています：%2の適用処理が、作成から%5後のバージョン%3でバージョン%4を上書きしました</translation>
    </message>
    <message>
        <source>Every DNS edge answers by version %1 of the zone</source>
        <translation>すべてのDNSエッジがゾーンのバージョン%1で応答しています</translation>
    </message>
    <message>
        <source>The name of %1 has its addresses again: version %2 was put in force by hand</source>
        <translation>%1の名前にアドレスが戻りました：バージョン%2が手動で適用されました</translation>
    </message>
    <message>
        <source>Region outage, %1</source>
        <translation>リージョン停止、%1</translation>
    </message>
    <message>
        <source>API mapping removed, %1</source>
        <translation>APIマッピング削除、%1</translation>
    </message>
    <message>
        <source>Replication paused, %1</source>
        <translation>レプリケーション一時停止、%1</translation>
    </message>
    <message>
        <source>Link cut, %1 and %2</source>
        <translation>リンク切断、%1と%2</translation>
    </message>
    <message>
        <source>Latency of %1 added, %2</source>
        <translation>レイテンシー%1追加、%2</translation>
    </message>
    <message>
        <source>Region destroyed, %1</source>
        <translation>リージョン破壊、%1</translation>
    </message>
    <message>
        <source>Health path failing, %1</source>
        <translation>ヘルスパス故障、%1</translation>
    </message>
    <message>
        <source>Gray failure of %1 of the requests, %2</source>
        <translation>グレー障害（リクエストの%1）、%2</translation>
    </message>
    <message>
        <source>Traffic surge of %1, %2</source>
        <translation>トラフィック急増%1、%2</translation>
    </message>
    <message>
        <source>Disk returns damaged data, %1</source>
        <translation>ディスク破損、%1</translation>
    </message>
    <message>
        <source>Disk full, %1</source>
        <translation>ディスク満杯、%1</translation>
    </message>
    <message>
        <source>Plan enactor stalled, %1</source>
        <translation>プラン適用の停滞、%1</translation>
    </message>
    <message>
        <source>Copying of objects paused, %1 to %2, from %3 on</source>
        <translation>オブジェクトコピー一時停止、%1から%2、%3以降</translation>
    </message>
    <message>
        <source>%1; expires by itself after %2</source>
        <translation>%1。%2後に自動で終了</translation>
    </message>
    <message>
        <source>%1: expired after %2</source>
        <translation>%1：%2後に期限切れ</translation>
    </message>
    <message>
        <source>%1: cleared after %2</source>
        <translation>%1：%2後に解除</translation>
    </message>
    <message>
        <source>No residue: every switch and link reads as before the first fault</source>
        <translation>残留なし：すべてのスイッチとリンクが最初の障害の前の状態です</translation>
    </message>
    <message>
        <source>No residue: every switch and link reads as the remaining faults imply</source>
        <translation>残留なし：すべてのスイッチとリンクが、残る障害のとおりの状態です</translation>
    </message>
    <message>
        <source>Phase: detect</source>
        <translation>フェーズ：検知</translation>
    </message>
    <message>
        <source>Phase: decide</source>
        <translation>フェーズ：判断</translation>
    </message>
    <message>
        <source>Phase: act</source>
        <translation>フェーズ：対処</translation>
    </message>
    <message>
        <source>Phase: recover</source>
        <translation>フェーズ：回復</translation>
    </message>
    <message>
        <source>%1: closed after %2; RTO %3, %4 failed requests; %5 writes were at risk, %6 recovered, %7 overwritten, %8 refused, %9 lost; %10 answers lacked what their visit had seen before, %11 more did and said so</source>
        <translation>%1：%2で終了。RTO %3、失敗リクエスト%4件。消失リスクの書き込み%5件、うち回復%6件、上書き%7件、拒否%8件、消失%9件。同じ訪問で前に見た内容を欠く応答%10件、ほかに欠落を明示した応答%11件</translation>
    </message>
    <message>
        <source>%1: closed after %2; users saw no error; %3 writes were at risk, %4 recovered, %5 overwritten, %6 refused, %7 lost; %8 answers lacked what their visit had seen before, %9 more did and said so</source>
        <translation>%1：%2で終了。ユーザーにエラーなし。消失リスクの書き込み%3件、うち回復%4件、上書き%5件、拒否%6件、消失%7件。同じ訪問で前に見た内容を欠く応答%8件、ほかに欠落を明示した応答%9件</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 got no answer from %2</source>
        <translation>ユーザーに見えた最初のエラー：%1の買い物客が%2から応答を得られませんでした</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 got status %2 from %3</source>
        <translation>ユーザーに見えた最初のエラー：%1の買い物客が%3からステータス%2を受け取りました</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 was told that the name has no address</source>
        <translation>ユーザーに見えた最初のエラー：%1の買い物客に、名前にアドレスがないと返されました</translation>
    </message>
    <message>
        <source>%1 of the calls of the last %2 failed; the objective is %3</source>
        <translation>直近%2の呼び出しの%1が失敗。目標は%3</translation>
    </message>
    <message>
        <source>Errors are back under the objective since %1 after the first one; %2 requests failed for their users so far</source>
        <translation>最初のエラーから%1でエラーが再び目標を下回りました。これまでにユーザーの%2件のリクエストが失敗</translation>
    </message>
    <message>
        <source>Last error of each city, after the first: half of the %1 affected cities within %2, 95 % within %3, the last after %4</source>
        <translation>最初のエラーから各都市の最後のエラーまで：影響を受けた%1都市の半数は%2以内、95%は%3以内、最後は%4後</translation>
    </message>
    <message>
        <source>Order %1 from %2, normally served by %3, was acknowledged by %4</source>
        <translation>通常は%3が担当する%2からの注文%1を、%4が受け付けました</translation>
    </message>
    <message>
        <source>Run of %1 with seed %2 and %3 regions</source>
        <translation>%1の実行、シード%2、%3リージョン</translation>
    </message>
    <message>
        <source>cart of customer %1</source>
        <translation>顧客%1のカート</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>注文%1</translation>
    </message>
    <message>
        <source>blog post %1</source>
        <translation>ブログ記事%1</translation>
    </message>
    <message>
        <source>coupon %1</source>
        <translation>クーポン%1</translation>
    </message>
    <message>
        <source>coupon %1 of customer %2</source>
        <translation>顧客%2のクーポン%1</translation>
    </message>
    <message>
        <source>stock of book %1</source>
        <translation>書籍%1の在庫</translation>
    </message>
    <message>
        <source>rows of the stock of %1 book</source>
        <translation>書籍%1点の在庫行</translation>
    </message>
    <message>
        <source>rows of the stock of %1 books</source>
        <translation>書籍%1点の在庫行</translation>
    </message>
    <message>
        <source>%1 in the cart of customer %2</source>
        <translation>顧客%2のカート内の%1</translation>
    </message>
    <message>
        <source>%1, acknowledged by %2 %3 ago, exists in no other region that is up</source>
        <translation>%3前に%2がACKした%1は、稼働中の他のどのリージョンにもありません</translation>
    </message>
    <message>
        <source>%1 became readable in %2 after %3</source>
        <translation>%1は%3後に%2で読み取り可能になりました</translation>
    </message>
    <message>
        <source>%1 reached %2 after %3, but a newer version had already won there</source>
        <translation>%1は%3後に%2へ届きましたが、すでに新しいバージョンが採用されていました</translation>
    </message>
    <message>
        <source>%1 reached %2 after %3, but was kept out: it may be written once, and an earlier one was there</source>
        <translation>%1は%3後に%2へ届きましたが、受け入れられませんでした：書き込みは1回限りで、先のものがありました</translation>
    </message>
    <message>
        <source>%1 is lost: the store of %2 was the last that held it, %3 after it was acknowledged</source>
        <translation>%1は消失しました：最後に保持していたのは%2のストアで、ACKから%3後でした</translation>
    </message>
    <message>
        <source>Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5</source>
        <translation>%1で検出：%2が%3と%4で互いを知らずに書き込まれました。%5</translation>
    </message>
    <message>
        <source>Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5 (order not provable: the stamps are closer than clocks are)</source>
        <translation>%1で検出：%2が%3と%4で互いを知らずに書き込まれました。%5（順序は証明不能：タイムスタンプの差がクロックの誤差以下）</translation>
    </message>
    <message>
        <source>the later stamp wins, the other version is discarded</source>
        <translation>新しいタイムスタンプを採用し、もう一方のバージョンを破棄</translation>
    </message>
    <message>
        <source>it may be written once: the earlier stamp stays</source>
        <translation>書き込みは1回限り：古いタイムスタンプを維持</translation>
    </message>
    <message>
        <source>the copies merge: what was added without being seen stays, of its quantity the later stamp</source>
        <translation>コピーをマージ：相手が未確認の追加分は残し、数量は新しいタイムスタンプを採用</translation>
    </message>
    <message>
        <source>A deleted row is back in %1: the change of %2 that it comes from is older than its deletion, whose tombstone had been collected</source>
        <translation>削除した行が%1に復活しました：元になった%2の変更は削除より古く、削除のトゥームストーンは回収済みでした</translation>
    </message>
    <message>
        <source>Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 operations wait, %5 more come each second: never drained</source>
        <translation>レプリケーション %1から%2：停滞中。最古の未着の書き込みは%3前、待ち%4操作、毎秒%5増加：解消不可</translation>
    </message>
    <message>
        <source>Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 operations wait, %5 more come each second: drained in %6</source>
        <translation>レプリケーション %1から%2：停滞中。最古の未着の書き込みは%3前、待ち%4操作、毎秒%5増加：あと%6で消化</translation>
    </message>
    <message>
        <source>Replication %1 to %2 has caught up, at %3 operations per second in the last seconds</source>
        <translation>レプリケーション %1から%2：追いつき、直近数秒は毎秒%3操作</translation>
    </message>
    <message>
        <source>%1 and %2 hold equal copies of the same writes</source>
        <translation>%1と%2は、同じ書き込みについて等しいコピーを保持しています</translation>
    </message>
    <message>
        <source>%1 and %2 hold different copies of the same writes, in %3 of %4 buckets: %5</source>
        <translation>%1と%2は、同じ書き込みについて異なるコピーを保持しています。%4バケット中%3：%5</translation>
    </message>
    <message>
        <source>The copy in %1 is empty</source>
        <translation>%1のコピーは空です</translation>
    </message>
    <message>
        <source>The copy in %1 is copying</source>
        <translation>%1のコピーはコピー中です</translation>
    </message>
    <message>
        <source>The copy in %1 is catching up</source>
        <translation>%1のコピーは追いつき中です</translation>
    </message>
    <message>
        <source>The copy in %1 is serving reads</source>
        <translation>%1のコピーは読み取りを提供中です</translation>
    </message>
    <message>
        <source>The copy in %1 is serving writes</source>
        <translation>%1のコピーは書き込みを提供中です</translation>
    </message>
    <message>
        <source>The disk of %1 can be used again</source>
        <translation>%1のディスクが再び使用可能になりました</translation>
    </message>
    <message>
        <source>%1 refuses claims of coupons: no two of the three that vote agree in time</source>
        <translation>%1はクーポンの確保要求を拒否しています：投票する3者のうち2者が時間内に一致しません</translation>
    </message>
    <message>
        <source>%1 decides about coupons again; it had to refuse %2 claims</source>
        <translation>%1はクーポンの判断を再開しました。拒否した確保要求は%2件です</translation>
    </message>
    <message>
        <source>The best-seller board of %1 has been counted anew from the orders and is current</source>
        <translation>%1の売れ筋を注文から再集計し、最新になりました</translation>
    </message>
    <message>
        <source>Posts wait in %1: no other region has what it wrote %2 ago, and it acknowledges nothing beyond that bound</source>
        <translation>%1で投稿が待機しています：%2前に書き込んだものが他のどのリージョンにもなく、この上限を超えるACKは行いません</translation>
    </message>
    <message>
        <source>Posts wait no longer in %1 for a region within %2</source>
        <translation>%1の投稿の待機が終わりました：%2以内に届くリージョンがあります</translation>
    </message>
    <message>
        <source>%1 is the writer of the blog now, under epoch %2; %3</source>
        <translation>%1がエポック%2でブログのライターになりました。%3</translation>
    </message>
    <message>
        <source>it begins in at most %1, when the last lease of %2 is over</source>
        <translation>%2の最後のリースが終わる、最長%1後に開始</translation>
    </message>
    <message>
        <source>%1 had stopped, and %2 has all that it wrote</source>
        <translation>%1は停止済みで、その書き込みはすべて%2にあります</translation>
    </message>
    <message>
        <source>%1 is fenced under epoch %2: its lease lasts for at most %3 more, with about %4 writes at its present rate; whoever moves its users on before then risks as many</source>
        <translation>%1をエポック%2でフェンス：リースは最長であと%3、現在のレートで書き込み約%4件。それより前にユーザーを移すと、同じ件数に消失リスクが生じます</translation>
    </message>
    <message>
        <source>The last lease of %1 is over: it acknowledges no write until it is unfenced</source>
        <translation>%1の最後のリースが終わりました：フェンスを解除するまで書き込みをACKしません</translation>
    </message>
    <message>
        <source>%1 may acknowledge writes again, under epoch %2, as soon as it has a lease</source>
        <translation>%1はエポック%2で、リースを得しだい再び書き込みをACKできます</translation>
    </message>
    <message>
        <source>Estimate of the survivors: with %1 %2 to %3 writes are lost; %4 holds its log up to %5, committed %6 ago, and had heard %7 writes in the %8 before that</source>
        <translation>残存リージョンの見積もり：%1の喪失で書き込み%2～%3件が消失。%4が保持するログは%5まで（%6前にコミット）で、その直前の%8に届いた書き込みは%7件</translation>
    </message>
    <message>
        <source>%1 #%2 at %3 ms</source>
        <translation>%1 #%2（%3 ms）</translation>
    </message>
    <message>
        <source>The backfill from %1 to %2 is over, %3 objects; compared by checksum, %4 are equal, %5 differ and %6 are missing in %7</source>
        <translation>%1から%2への補完コピーが終了、オブジェクト%3件。チェックサム比較：一致%4件、相違%5件、%7にないもの%6件</translation>
    </message>
    <message>
        <source>The best-seller board of %1 is rebuilding: it shows nothing until %2 orders are counted anew</source>
        <translation>%1の売れ筋は再構築中です：注文%2件を再集計するまで何も表示しません</translation>
    </message>
    <message>
        <source>What the disk of %1 returns does not match the checksums of its tables and logs: nothing of it is served, the store is given up, and a copy of a peer is taken once the disk is sound</source>
        <translation>%1のディスクが返す内容が、テーブルとログのチェックサムと一致しません：ディスクの内容は一切提供せず、ストアを破棄し、ディスクが正常に戻りしだい他リージョンのコピーを取得します</translation>
    </message>
    <message>
        <source>No object of %1 is late in %2 any more; %3 objects took longer than %4</source>
        <translation>%1のオブジェクトで%2への遅延はなくなりました。%4を超えたオブジェクトは%3件</translation>
    </message>
    <message>
        <source>Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: copying is paused</source>
        <translation>%1のオブジェクトの%3への到着待ちが%2を超えました。未着%4件：コピーは一時停止中</translation>
    </message>
    <message>
        <source>Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: the backlog is long</source>
        <translation>%1のオブジェクトの%3への到着待ちが%2を超えました。未着%4件：バックログが長い</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; was evaluated: passed</source>
        <translation>プラン「%1」を評価：合格</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is started, for %2</source>
        <translation>プラン「%1」を開始、対象は%2</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is started, for %2; warnings: %3</source>
        <translation>プラン「%1」を開始、対象は%2。警告：%3</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is inProgress: goes on</source>
        <translation>プラン「%1」は実行中：続行</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is pausedByFailedStep: waits: a step has failed; retry it, skip it, or cancel</source>
        <translation>プラン「%1」はステップの失敗で一時停止：再試行、省略、またはキャンセルを待っています</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is completedMonitoringApplicationHealth: all steps have ended; waits until the application&apos;s alarms are green</source>
        <translation>プラン「%1」は正常化を監視中：全ステップが終了し、アプリケーションのアラームが緑になるのを待っています</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is pausedByFailedStep: goes on ungraceful</source>
        <translation>プラン「%1」はステップの失敗で一時停止：強制で続行</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is completed: actual recovery time %2 (%3 of steps, %4 until the alarms were green), objective %5 met</source>
        <translation>プラン「%1」は完了：実際の復旧時間は%2（ステップ%3、アラームが緑になるまで%4）、目標%5を達成</translation>
    </message>
    <message>
        <source>%1 since the first error of a user</source>
        <translation>ユーザーの最初のエラーから%1</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is running: begins</source>
        <translation>プラン「%2」のステップ「%1」は実行中：開始</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is running: begins, ungraceful</source>
        <translation>プラン「%2」のステップ「%1」は実行中：強制で開始</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is completed: %3</source>
        <translation>プラン「%2」のステップ「%1」は完了：%3</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is failed: %3</source>
        <translation>プラン「%2」のステップ「%1」は失敗：%3</translation>
    </message>
    <message>
        <source>alarm &apos;%1&apos; is green</source>
        <translation>アラーム「%1」は緑</translation>
    </message>
    <message>
        <source>%1 is the writer</source>
        <translation>%1がライター</translation>
    </message>
    <message>
        <source>%1 is in %2 % of the answers</source>
        <translation>%1は応答の%2%に含まれる</translation>
    </message>
    <message>
        <source>%1 is in service again</source>
        <translation>%1は再び稼働中</translation>
    </message>
    <message>
        <source>the health check of %1 is green</source>
        <translation>%1のヘルスチェックは緑</translation>
    </message>
    <message>
        <source>the most lag is %1 from %2 to %3</source>
        <translation>最大ラグは%2から%3の%1</translation>
    </message>
    <message>
        <source>%1 commits nothing, and the others have all that it wrote</source>
        <translation>%1はコミットがなく、書き込みはすべて他のリージョンにあります</translation>
    </message>
    <message>
        <source>nothing to do: %1</source>
        <translation>実施不要：%1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was refused: %2</source>
        <translation>「%1」は拒否されました：%2</translation>
    </message>
    <message>
        <source>step &apos;%1&apos;: %2</source>
        <translation>ステップ「%1」：%2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; would be refused: %2</source>
        <translation>「%1」は拒否される見込み：%2</translation>
    </message>
    <message>
        <source>%1 %2? asked from %3</source>
        <translation>%1 %2？問い合わせ元：%3</translation>
    </message>
    <message>
        <source>answer: %1</source>
        <translation>応答：%1</translation>
    </message>
    <message>
        <source>if all were healthy: %1</source>
        <translation>すべて正常なら：%1</translation>
    </message>
    <message>
        <source>no answer: the zone has no such record</source>
        <translation>応答なし：ゾーンに該当するレコードがありません</translation>
    </message>
    <message>
        <source>no answer: nothing applies to the asker, and there is no default</source>
        <translation>応答なし：問い合わせ元に該当するものがなく、既定もありません</translation>
    </message>
    <message>
        <source>%1 (last resort: nothing was healthy)</source>
        <translation>%1（最終手段：正常なものなし）</translation>
    </message>
    <message>
        <source>%1 (though held: nothing else was healthy)</source>
        <translation>%1（除外中だが、他に正常なものなし）</translation>
    </message>
    <message>
        <source>%1 (though dialled down: nobody else could carry the rest)</source>
        <translation>%1（ダイヤル絞り込み中だが、残りを担えるものが他になし）</translation>
    </message>
    <message>
        <source>%1: as above</source>
        <translation>%1：上記と同じ</translation>
    </message>
    <message>
        <source>%1: nothing is healthy, so everything counts as healthy</source>
        <translation>%1：正常なものがないため、すべて正常とみなす</translation>
    </message>
    <message>
        <source>%1: only held records are healthy, so the hold gives way</source>
        <translation>%1：正常なレコードは除外中のものだけのため、除外を解く</translation>
    </message>
    <message>
        <source>%1: only dialled-down records are healthy and not held, so the dial gives way</source>
        <translation>%1：正常で除外中でないレコードはダイヤル絞り込み中のものだけのため、ダイヤルを無視</translation>
    </message>
    <message>
        <source>%1: nothing applies to the asker, and there is no default</source>
        <translation>%1：問い合わせ元に該当するものがなく、既定もなし</translation>
    </message>
    <message>
        <source>%1: nothing healthy</source>
        <translation>%1：正常なものなし</translation>
    </message>
    <message>
        <source>drawn: %1</source>
        <translation>抽選：%1</translation>
    </message>
    <message>
        <source>drawn: %1, all alike</source>
        <translation>抽選：%1、すべて同等</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>重み%1</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>プライマリ</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>セカンダリ</translation>
    </message>
    <message>
        <source>default location</source>
        <translation>既定の場所</translation>
    </message>
    <message>
        <source>distance unknown</source>
        <translation>距離不明</translation>
    </message>
    <message>
        <source>%1, latency unknown</source>
        <translation>%1、レイテンシー不明</translation>
    </message>
    <message>
        <source>check %1 healthy</source>
        <translation>チェック%1は正常</translation>
    </message>
    <message>
        <source>check %1 unhealthy</source>
        <translation>チェック%1は異常</translation>
    </message>
    <message>
        <source>check %1 healthy (%2 of %3 checkers)</source>
        <translation>チェック%1は正常（チェッカー%2/%3）</translation>
    </message>
    <message>
        <source>check %1 unhealthy (%2 of %3 checkers)</source>
        <translation>チェック%1は異常（チェッカー%2/%3）</translation>
    </message>
    <message>
        <source>check %1 healthy (nobody has told: counts as healthy)</source>
        <translation>チェック%1は正常（報告なし：正常とみなす）</translation>
    </message>
    <message>
        <source>%1, target healthy</source>
        <translation>%1、ターゲットは正常</translation>
    </message>
    <message>
        <source>%1, target unhealthy</source>
        <translation>%1、ターゲットは異常</translation>
    </message>
    <message>
        <source>target healthy</source>
        <translation>ターゲットは正常</translation>
    </message>
    <message>
        <source>target unhealthy</source>
        <translation>ターゲットは異常</translation>
    </message>
    <message>
        <source>no check: counts as healthy</source>
        <translation>チェックなし：正常とみなす</translation>
    </message>
    <message>
        <source>%1, admitted to %2 % of askers</source>
        <translation>%1、問い合わせ元の%2%を受入</translation>
    </message>
    <message>
        <source>%1, dial at %2 %</source>
        <translation>%1、ダイヤル%2%</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>another one is preferred</source>
        <translation>他を優先</translation>
    </message>
    <message>
        <source>not drawn</source>
        <translation>抽選外</translation>
    </message>
    <message>
        <source>weight 0: waits until no other is healthy</source>
        <translation>重み0：他に正常なものがなくなるまで待機</translation>
    </message>
    <message>
        <source>struck out: unhealthy</source>
        <translation>候補外：異常</translation>
    </message>
    <message>
        <source>backed out: nothing healthy behind it</source>
        <translation>撤回：この先に正常なものなし</translation>
    </message>
    <message>
        <source>struck out: held</source>
        <translation>候補外：除外中</translation>
    </message>
    <message>
        <source>struck out: the asker is not in its ramp yet</source>
        <translation>候補外：問い合わせ元がまだ段階復帰の対象外</translation>
    </message>
    <message>
        <source>does not apply to the asker</source>
        <translation>問い合わせ元に該当せず</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>struck out: the asker is not in the share of its dial</source>
        <translation>候補外：問い合わせ元がダイヤルの割合の対象外</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between two sentences of the engine; the space is part of it</extracomment>
        <translation>; </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the items of a list within a sentence of the engine; the space is part of it</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>two regions</extracomment>
        <translation>%1と%2</translation>
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
        <translation>実行開始</translation>
    </message>
    <message>
        <source>Command accepted</source>
        <translation>コマンド受理</translation>
    </message>
    <message>
        <source>Command refused</source>
        <translation>コマンド拒否</translation>
    </message>
    <message>
        <source>Fault injected</source>
        <translation>障害注入</translation>
    </message>
    <message>
        <source>Fault expired</source>
        <translation>障害の期限切れ</translation>
    </message>
    <message>
        <source>Fault cleared</source>
        <translation>障害解除</translation>
    </message>
    <message>
        <source>No residue</source>
        <translation>残留なし</translation>
    </message>
    <message>
        <source>Residue found</source>
        <translation>残留を検出</translation>
    </message>
    <message>
        <source>Checker changed</source>
        <translation>チェッカーの判定変化</translation>
    </message>
    <message>
        <source>Health red</source>
        <translation>ヘルス赤</translation>
    </message>
    <message>
        <source>Health green</source>
        <translation>ヘルス緑</translation>
    </message>
    <message>
        <source>Answers shifted</source>
        <translation>応答先の移動</translation>
    </message>
    <message>
        <source>Fail open</source>
        <translation>フェイルオープン</translation>
    </message>
    <message>
        <source>Zone changed</source>
        <translation>ゾーン変更</translation>
    </message>
    <message>
        <source>Zone in sync</source>
        <translation>ゾーン同期完了</translation>
    </message>
    <message>
        <source>Zone plan applied</source>
        <translation>ゾーンプラン適用</translation>
    </message>
    <message>
        <source>Zone plan refused</source>
        <translation>ゾーンプラン拒否</translation>
    </message>
    <message>
        <source>Answer empty</source>
        <translation>応答が空</translation>
    </message>
    <message>
        <source>Edges disagree</source>
        <translation>エッジ不一致</translation>
    </message>
    <message>
        <source>Edges agree</source>
        <translation>エッジ一致</translation>
    </message>
    <message>
        <source>Origin failover</source>
        <translation>オリジンフェイルオーバー</translation>
    </message>
    <message>
        <source>Accelerator shifted</source>
        <translation>アクセラレーターの移動</translation>
    </message>
    <message>
        <source>Routing control changed</source>
        <translation>ルーティングコントロール変更</translation>
    </message>
    <message>
        <source>Safety rule overridden</source>
        <translation>安全ルールのオーバーライド</translation>
    </message>
    <message>
        <source>Shifted away</source>
        <translation>退避開始</translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation>退避終了</translation>
    </message>
    <message>
        <source>Traffic dial changed</source>
        <translation>トラフィックダイヤル変更</translation>
    </message>
    <message>
        <source>Plan evaluated</source>
        <translation>プラン評価</translation>
    </message>
    <message>
        <source>Plan started</source>
        <translation>プラン開始</translation>
    </message>
    <message>
        <source>Plan state</source>
        <translation>プランの状態</translation>
    </message>
    <message>
        <source>Plan step</source>
        <translation>プランのステップ</translation>
    </message>
    <message>
        <source>Plan ended</source>
        <translation>プラン終了</translation>
    </message>
    <message>
        <source>Capacity warning</source>
        <translation>処理能力の警告</translation>
    </message>
    <message>
        <source>Capacity exceeded</source>
        <translation>処理能力の超過</translation>
    </message>
    <message>
        <source>Capacity sufficient again</source>
        <translation>処理能力の回復</translation>
    </message>
    <message>
        <source>Region held out</source>
        <translation>リージョン除外</translation>
    </message>
    <message>
        <source>Region state</source>
        <translation>リージョンの状態</translation>
    </message>
    <message>
        <source>Fail back started</source>
        <translation>フェイルバック開始</translation>
    </message>
    <message>
        <source>Fail back step</source>
        <translation>フェイルバック進行</translation>
    </message>
    <message>
        <source>Fail back completed</source>
        <translation>フェイルバック完了</translation>
    </message>
    <message>
        <source>Fail back aborted</source>
        <translation>フェイルバック中止</translation>
    </message>
    <message>
        <source>Replica verified</source>
        <translation>レプリカ検証済み</translation>
    </message>
    <message>
        <source>Replica diverged</source>
        <translation>レプリカ不整合</translation>
    </message>
    <message>
        <source>Copy being rebuilt</source>
        <translation>コピーを再構築中</translation>
    </message>
    <message>
        <source>Clock quarantine</source>
        <translation>クロック隔離</translation>
    </message>
    <message>
        <source>Rights revoked</source>
        <translation>権利の失効</translation>
    </message>
    <message>
        <source>Region fenced</source>
        <translation>フェンス開始</translation>
    </message>
    <message>
        <source>Fence complete</source>
        <translation>フェンス完了</translation>
    </message>
    <message>
        <source>Fence lifted</source>
        <translation>フェンス解除</translation>
    </message>
    <message>
        <source>Member evicted</source>
        <translation>メンバー排除</translation>
    </message>
    <message>
        <source>Orphan writes found</source>
        <translation>孤立書き込みを検出</translation>
    </message>
    <message>
        <source>Orphan write settled</source>
        <translation>孤立書き込みを処置</translation>
    </message>
    <message>
        <source>Disk failed</source>
        <translation>ディスク故障</translation>
    </message>
    <message>
        <source>Disk recovered</source>
        <translation>ディスク回復</translation>
    </message>
    <message>
        <source>Writer moved</source>
        <translation>ライター移動</translation>
    </message>
    <message>
        <source>Acknowledgements wait</source>
        <translation>ACK待機</translation>
    </message>
    <message>
        <source>Acknowledgements resumed</source>
        <translation>ACK再開</translation>
    </message>
    <message>
        <source>Claim refused</source>
        <translation>確保要求の拒否</translation>
    </message>
    <message>
        <source>Change set aside</source>
        <translation>変更を隔離</translation>
    </message>
    <message>
        <source>Consumer caught up</source>
        <translation>コンシューマーが追いつき</translation>
    </message>
    <message>
        <source>Impact began</source>
        <translation>影響開始</translation>
    </message>
    <message>
        <source>Objective breached</source>
        <translation>目標違反</translation>
    </message>
    <message>
        <source>Objective restored</source>
        <translation>目標回復</translation>
    </message>
    <message>
        <source>All cities served</source>
        <translation>全都市で提供再開</translation>
    </message>
    <message>
        <source>Service continues</source>
        <translation>サービス継続</translation>
    </message>
    <message>
        <source>Replication stalled</source>
        <translation>レプリケーション停滞</translation>
    </message>
    <message>
        <source>Replication caught up</source>
        <translation>レプリケーション追いつき</translation>
    </message>
    <message>
        <source>Conflict found</source>
        <translation>競合を検出</translation>
    </message>
    <message>
        <source>Write at risk</source>
        <translation>書き込みに消失リスク</translation>
    </message>
    <message>
        <source>Write recovered</source>
        <translation>書き込み回復</translation>
    </message>
    <message>
        <source>Write overwritten</source>
        <translation>書き込み上書き</translation>
    </message>
    <message>
        <source>Write refused</source>
        <translation>書き込み拒否</translation>
    </message>
    <message>
        <source>Write lost</source>
        <translation>書き込み消失</translation>
    </message>
    <message>
        <source>Loss estimated</source>
        <translation>消失量の見積もり</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>インシデント開始</translation>
    </message>
    <message>
        <source>Phase changed</source>
        <translation>フェーズ変更</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>インシデント終了</translation>
    </message>
    <message>
        <source>Check passed</source>
        <translation>チェック合格</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>チェック不合格</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Health check changed</source>
        <translation>ヘルスチェック変化</translation>
    </message>
    <message>
        <source>Health check doubted</source>
        <translation>ヘルスチェックに疑義</translation>
    </message>
    <message>
        <source>Objects late</source>
        <translation>オブジェクト遅延</translation>
    </message>
    <message>
        <source>Objects caught up</source>
        <translation>オブジェクト追いつき</translation>
    </message>
    <message>
        <source>Objects lost</source>
        <translation>オブジェクト消失</translation>
    </message>
</context>
<context>
    <name>FaultMenu</name>
    <message>
        <source>%1 Ends by itself after %2.</source>
        <extracomment>what a fault does, then when it ends by itself</extracomment>
        <translation>%1%2後に自動で終了します。</translation>
    </message>
    <message>
        <source>End fault: %1</source>
        <translation>障害を終了：%1</translation>
    </message>
    <message>
        <source>Reverses this fault now and checks that nothing of it stays behind.</source>
        <translation>この障害をすぐに元に戻し、影響が残っていないことを確かめます。</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>Fail %1 % of the requests</source>
        <translation>リクエストの%1%を失敗させる</translation>
    </message>
    <message>
        <source>Break the health path</source>
        <translation>ヘルスパスを壊す</translation>
    </message>
    <message>
        <source>Cut off %1 % of the checkers</source>
        <translation>チェッカーの%1%を遮断</translation>
    </message>
    <message>
        <source>Region outage</source>
        <translation>リージョン停止</translation>
    </message>
    <message>
        <source>Remove API mapping</source>
        <translation>APIマッピングを削除</translation>
    </message>
    <message>
        <source>Pause replication</source>
        <translation>レプリケーションを一時停止</translation>
    </message>
    <message>
        <source>Data and clock</source>
        <translation>データとクロック</translation>
    </message>
    <message>
        <source>Destroy region and store</source>
        <translation>リージョンとストアを破壊</translation>
    </message>
    <message>
        <source>Let the store fail</source>
        <translation>ストアを故障させる</translation>
    </message>
    <message>
        <source>Fill the disk</source>
        <translation>ディスクを満杯に</translation>
    </message>
    <message>
        <source>Slow the disk by %1 a flush</source>
        <translation>フラッシュを%1遅くする</translation>
    </message>
    <message>
        <source>Let the disk rot</source>
        <translation>ディスクを破損させる</translation>
    </message>
    <message>
        <source>Let the disk lose flushes</source>
        <translation>フラッシュを失わせる</translation>
    </message>
    <message>
        <source>Poison the change stream</source>
        <translation>変更ストリームを汚染</translation>
    </message>
    <message>
        <source>Set clock %1 ahead</source>
        <translation>クロックを%1進める</translation>
    </message>
    <message>
        <source>Let clock gain %1 each second</source>
        <translation>クロックを毎秒%1ずつ進ませる</translation>
    </message>
    <message>
        <source>Add latency, %1</source>
        <translation>レイテンシー追加、%1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1を復旧</translation>
    </message>
    <message>
        <source>Reverses every fault of the region and its links.</source>
        <translation>リージョンとそのリンクの障害をすべて元に戻します。</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>%1をフェイルバック</translation>
    </message>
    <message>
        <source>Catch up, verify, then bring users back in steps.</source>
        <translation>追いつきと検証の後、ユーザーを段階的に戻します。</translation>
    </message>
    <message>
        <source>Not ready: waits for %1.</source>
        <translation>準備中：%1を待っています。</translation>
    </message>
    <message>
        <source>Cut link to %1</source>
        <translation>%1へのリンクを切断</translation>
    </message>
    <message>
        <source>Cut link both ways</source>
        <translation>リンクを双方向に切断</translation>
    </message>
    <message>
        <source>Cut %1 to %2 only</source>
        <translation>%1から%2のみ切断</translation>
    </message>
</context>
<context>
    <name>FaultTarget</name>
    <message>
        <source>“%1” cannot hit one city. Drop it on %2, which is nearest to %3; only a surge of traffic starts in a city.</source>
        <translation>「%1」は都市を対象にできません。%3に最も近い%2にドロップしてください。都市を起点にできるのはトラフィック急増だけです。</translation>
    </message>
    <message>
        <source>“%1” does not fit this part of %2. It can have: %3.</source>
        <translation>「%1」は%2のこの部分に適用できません。適用できるもの：%3。</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>ゲートウェイ</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>Health path</source>
        <translation>ヘルスパス</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>レプリケーション</translation>
    </message>
    <message>
        <source>“%1” hits a region, not a link. Drop it on %2 or %3.</source>
        <translation>「%1」の対象はリンクではなくリージョンです。%2または%3にドロップしてください。</translation>
    </message>
    <message>
        <source>“%1” needs a second region; this run has one.</source>
        <translation>「%1」には2つ目のリージョンが必要です。この実行のリージョンは1つです。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 req/s</source>
        <extracomment>requests per second</extracomment>
        <translation>%1 req/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds</extracomment>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>€ %1</source>
        <extracomment>an amount in euro</extracomment>
        <translation>€ %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>minutes and seconds</extracomment>
        <translation>%1分%2秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>hours and minutes</extracomment>
        <translation>%1時間%2分</translation>
    </message>
    <message>
        <source>%1 %2 UTC</source>
        <extracomment>day of the week, time of day in UTC</extracomment>
        <translation>%1 %2 UTC</translation>
    </message>
    <message>
        <source>max</source>
        <extracomment>as fast as possible</extracomment>
        <translation>最速</translation>
    </message>
    <message>
        <source>1 order</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>注文1件</translation>
    </message>
    <message numerus="yes">
        <source># orders</source>
        <translation>
            <numerusform>注文#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 request</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>リクエスト1件</translation>
    </message>
    <message numerus="yes">
        <source># requests</source>
        <translation>
            <numerusform>リクエスト#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>イベント1件</translation>
    </message>
    <message numerus="yes">
        <source># events</source>
        <translation>
            <numerusform>イベント#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 region</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1リージョン</translation>
    </message>
    <message numerus="yes">
        <source># regions</source>
        <translation>
            <numerusform>#リージョン</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>変更1件</translation>
    </message>
    <message numerus="yes">
        <source># changes</source>
        <translation>
            <numerusform>変更#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 write</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>書き込み1件</translation>
    </message>
    <message numerus="yes">
        <source># writes</source>
        <translation>
            <numerusform>書き込み#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 operation</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1操作</translation>
    </message>
    <message numerus="yes">
        <source># operations</source>
        <translation>
            <numerusform>#操作</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seed</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1シード</translation>
    </message>
    <message numerus="yes">
        <source># seeds</source>
        <translation>
            <numerusform>#シード</numerusform>
        </translation>
    </message>
    <message>
        <source>1 city</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1都市</translation>
    </message>
    <message numerus="yes">
        <source># cities</source>
        <translation>
            <numerusform>#都市</numerusform>
        </translation>
    </message>
    <message>
        <source>1 record</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>レコード1件</translation>
    </message>
    <message numerus="yes">
        <source># records</source>
        <translation>
            <numerusform>レコード#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 error</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>エラー1件</translation>
    </message>
    <message numerus="yes">
        <source># errors</source>
        <translation>
            <numerusform>エラー#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>警告1件</translation>
    </message>
    <message numerus="yes">
        <source># warnings</source>
        <translation>
            <numerusform>警告#件</numerusform>
        </translation>
    </message>
    <message>
        <source>1 alarm</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>アラーム1件</translation>
    </message>
    <message numerus="yes">
        <source># alarms</source>
        <translation>
            <numerusform>アラーム#件</numerusform>
        </translation>
    </message>
    <message>
        <source>cart %1</source>
        <extracomment>a customer&apos;s cart, in a narrow column; %1 is the customer&apos;s number</extracomment>
        <translation>カート%1</translation>
    </message>
</context>
<context>
    <name>InspectorFacts</name>
    <message>
        <source>Gateway</source>
        <translation>ゲートウェイ</translation>
    </message>
    <message>
        <source>limit 4 s</source>
        <translation>上限4秒</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>answers 403</source>
        <translation>403を返す</translation>
    </message>
    <message>
        <source>mapping removed</source>
        <translation>マッピング削除</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>上限%1</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>%1 · %2 of answers</source>
        <extracomment>state and share of the DNS answers</extracomment>
        <translation>%1 · 応答の%2</translation>
    </message>
    <message>
        <source>%1 since %2 (%3)</source>
        <translation>%2から%1 (%3)</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>%1 of %2 red</source>
        <translation>赤%1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 green</source>
        <translation>緑%1/%2</translation>
    </message>
    <message>
        <source>over 18 %</source>
        <translation>18%超</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>前回の検査</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS応答</translation>
    </message>
    <message>
        <source>may take %1</source>
        <translation>受入%1まで</translation>
    </message>
    <message>
        <source>Replication in</source>
        <translation>レプリケーション受信</translation>
    </message>
    <message>
        <source>Replication out</source>
        <translation>レプリケーション送信</translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <translation>%1に消失リスク</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>%1へ</translation>
    </message>
    <message>
        <source>cut, %1</source>
        <translation>切断、%1</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>一時停止、%1</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>未適用</translation>
    </message>
    <message>
        <source>nothing to drain</source>
        <translation>消化待ちなし</translation>
    </message>
    <message>
        <source>never at this rate</source>
        <translation>この速度では解消不可</translation>
    </message>
    <message>
        <source>drained in %1</source>
        <translation>あと%1で消化</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>+%1 each way</source>
        <translation>片道+%1</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>実測値</translation>
    </message>
    <message>
        <source>%1, %2, oldest %3</source>
        <translation>%1、%2、最古%3</translation>
    </message>
    <message>
        <source>%1 more · %2</source>
        <extracomment>further writes that are not listed, then the sum of all</extracomment>
        <translation>ほか%1 · %2</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>機能低下</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>横ばい</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>増加</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>%1 milliseconds</source>
        <translation>%1ミリ秒</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 to %2, lag %3, %4</source>
        <extracomment>source, target, lag, state: of one direction of replication</extracomment>
        <translation>%1から%2、ラグ%3、%4</translation>
    </message>
    <message>
        <source>never at this rate</source>
        <translation>この速度では解消不可</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>nothing to drain</source>
        <translation>消化待ちなし</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>あと%1</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>line width = requests per second</source>
        <translation>線の太さ = 毎秒リクエスト数</translation>
    </message>
    <message>
        <source>failing requests</source>
        <extracomment>what a cross on the map stands for; %1 is &quot;15 requests&quot;</extracomment>
        <translation>失敗リクエスト</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>失敗した%1</translation>
    </message>
    <message>
        <source>ring colour and letter = region</source>
        <translation>輪の色と文字 = リージョン</translation>
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
        <translation>データなし</translation>
    </message>
    <message>
        <source>cut one way %1</source>
        <translation>片方向切断 %1</translation>
    </message>
    <message>
        <source>cut %1</source>
        <translation>切断 %1</translation>
    </message>
    <message>
        <source>stalled %1</source>
        <extracomment>replication makes no progress since</extracomment>
        <translation>停滞 %1</translation>
    </message>
    <message>
        <source>paused %1</source>
        <translation>一時停止 %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>ラグ %1</translation>
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
        <translation>リンク %1から%2、%3</translation>
    </message>
    <message>
        <source>Region %1, %2, %3</source>
        <translation>リージョン%1、%2、%3</translation>
    </message>
    <message>
        <source>%1 of %2 visits (%3) still go where no answer leads</source>
        <extracomment>clients that hold on to an old DNS answer; counts, then a percentage</extracomment>
        <translation>訪問%2件中%1件（%3）が、応答の指していない先へ向かっています</translation>
    </message>
    <message>
        <source>To %1: %2, of which %3 fail</source>
        <translation>%1へ：%2、うち%3が失敗</translation>
    </message>
    <message>
        <source>To %1: %2</source>
        <translation>%1へ：%2</translation>
    </message>
    <message>
        <source>Visits with an old answer: %1</source>
        <translation>古い応答を使う訪問：%1</translation>
    </message>
    <message>
        <source>No requests now</source>
        <translation>現在リクエストなし</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Errors, last 5 s</source>
        <translation>エラー、直近5秒</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS応答</translation>
    </message>
    <message>
        <source>Checkers healthy</source>
        <translation>正常なチェッカー</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Lag in, out</source>
        <translation>ラグ 受信、送信</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Orders at risk</source>
        <translation>消失リスクの注文</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1から%2</translation>
    </message>
    <message>
        <source>lag %1, %2 pending</source>
        <translation>ラグ%1、未適用%2</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
</context>
<context>
    <name>ResidueWatch</name>
    <message>
        <source>Something of the faults stayed behind: %1</source>
        <translation>障害の影響が残っています：%1</translation>
    </message>
    <message>
        <source>%1 is over. Checked: nothing of it stayed behind.</source>
        <extracomment>%1 is a fault with its place</extracomment>
        <translation>%1が終了しました。影響が残っていないことを確認済みです。</translation>
    </message>
    <message>
        <source>Faults ended: %1 (%2). Each was checked: nothing stayed behind.</source>
        <extracomment>%1 is a count, %2 a list of faults with their places</extracomment>
        <translation>終了した障害：%1（%2）。それぞれ影響が残っていないことを確認済みです。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>新規実行(&amp;N)</translation>
    </message>
    <message>
        <source>Starts a new run with Ireland and Singapore</source>
        <translation>アイルランドとシンガポールで新しい実行を開始します</translation>
    </message>
    <message>
        <source>New run with &amp;Virginia</source>
        <translation>バージニアを加えて新規実行(&amp;V)</translation>
    </message>
    <message>
        <source>Starts a new run with Ireland, Singapore and Virginia</source>
        <translation>アイルランド、シンガポール、バージニアで新しい実行を開始します</translation>
    </message>
    <message>
        <source>New run with &amp;one more region</source>
        <translation>リージョンを1つ加えて新規実行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>セッションを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Re-simulates a recorded session and goes on from its end</source>
        <translation>記録済みセッションを再シミュレートし、その終わりから続行します</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近使った項目(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;drill…</source>
        <translation>訓練を開く(&amp;D)…</translation>
    </message>
    <message>
        <source>Lists a drill&apos;s file on the page of drills, from where it is started</source>
        <translation>訓練のファイルを訓練ページに加えます。開始もそこから行います</translation>
    </message>
    <message>
        <source>&amp;Save session as…</source>
        <translation>名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Writes the session so far as a document</source>
        <translation>ここまでのセッションを文書として書き出します</translation>
    </message>
    <message>
        <source>&amp;Export incident</source>
        <translation>インシデントを書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>As &amp;CSV table…</source>
        <translation>CSV表として(&amp;C)…</translation>
    </message>
    <message>
        <source>One row an event, for a spreadsheet</source>
        <translation>1行に1イベント、表計算ソフト向け</translation>
    </message>
    <message>
        <source>As &amp;JSON Lines…</source>
        <translation>JSON Linesとして(&amp;J)…</translation>
    </message>
    <message>
        <source>One object an event, for programs</source>
        <translation>1オブジェクトに1イベント、プログラム向け</translation>
    </message>
    <message>
        <source>As &amp;Markdown report…</source>
        <translation>Markdownレポートとして(&amp;M)…</translation>
    </message>
    <message>
        <source>The incident as a report: times, decisions, writes at risk</source>
        <translation>インシデントのレポート：時刻、判断、消失リスクのある書き込み</translation>
    </message>
    <message>
        <source>As &amp;HTML report…</source>
        <translation>HTMLレポートとして(&amp;H)…</translation>
    </message>
    <message>
        <source>The same report with its charts, as one page for a browser</source>
        <translation>同じレポートをチャート付きで、ブラウザー向けの1ページに</translation>
    </message>
    <message>
        <source>As one JSON &amp;document…</source>
        <translation>1つのJSON文書として(&amp;D)…</translation>
    </message>
    <message>
        <source>Incidents, measures, decisions, checks and events, for programs</source>
        <translation>インシデント、指標、判断、チェック、イベント、プログラム向け</translation>
    </message>
    <message>
        <source>As Chrome &amp;trace…</source>
        <translation>Chromeトレースとして(&amp;T)…</translation>
    </message>
    <message>
        <source>Regions, faults and phases on a time axis; Perfetto opens it</source>
        <translation>リージョン、障害、フェーズを時間軸に表示。Perfettoで開けます</translation>
    </message>
    <message>
        <source>Check a &amp;zone file…</source>
        <translation>ゾーンファイルを検査(&amp;Z)…</translation>
    </message>
    <message>
        <source>Says what is wrong with a Route 53 zone of your own, and what is unwise</source>
        <translation>手元のRoute 53ゾーンの誤りと、望ましくない点を示します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Ends the run and closes the window</source>
        <translation>実行を終えてウィンドウを閉じます</translation>
    </message>
    <message>
        <source>Copy or save &amp;view</source>
        <translation>表示のコピーと保存(&amp;V)</translation>
    </message>
    <message>
        <source>Copy view as &amp;image</source>
        <translation>画像としてコピー(&amp;I)</translation>
    </message>
    <message>
        <source>The part of the window with the focus, or the whole page, for pasting</source>
        <translation>ウィンドウのフォーカスのある部分、またはページ全体。貼り付け用</translation>
    </message>
    <message>
        <source>Copy view as &amp;data</source>
        <translation>データとしてコピー(&amp;D)</translation>
    </message>
    <message>
        <source>The values of the view as a table, for a spreadsheet</source>
        <translation>表示中の値を表として。表計算ソフト向け</translation>
    </message>
    <message>
        <source>Save view as &amp;PNG…</source>
        <translation>PNGで保存(&amp;P)…</translation>
    </message>
    <message>
        <source>A picture, as large as on the screen</source>
        <translation>画面と同じ大きさの画像</translation>
    </message>
    <message>
        <source>Save view as PNG, d&amp;ouble size…</source>
        <translation>2倍サイズのPNGで保存(&amp;O)…</translation>
    </message>
    <message>
        <source>A picture with twice as many pixels each way, for print</source>
        <translation>縦横2倍のピクセル数の画像。印刷向け</translation>
    </message>
    <message>
        <source>Save view as &amp;SVG…</source>
        <translation>SVGで保存(&amp;S)…</translation>
    </message>
    <message>
        <source>A drawing that stays sharp at any size</source>
        <translation>どの大きさでも鮮明な図</translation>
    </message>
    <message>
        <source>Save view as &amp;CSV…</source>
        <translation>CSVで保存(&amp;C)…</translation>
    </message>
    <message>
        <source>The values of the view as a table</source>
        <translation>表示中の値を表として</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概要(&amp;O)</translation>
    </message>
    <message>
        <source>The map, the charts and the timeline</source>
        <translation>地図、チャート、タイムライン</translation>
    </message>
    <message>
        <source>&amp;Chart range</source>
        <translation>チャート範囲(&amp;C)</translation>
    </message>
    <message>
        <source>How far back the charts reach</source>
        <translation>チャートがさかのぼる長さ</translation>
    </message>
    <message>
        <source>Show map as &amp;table</source>
        <translation>地図を表で表示(&amp;T)</translation>
    </message>
    <message>
        <source>Regions and links as a table instead of a map</source>
        <translation>地図の代わりに、リージョンとリンクを表で示します</translation>
    </message>
    <message>
        <source>Show &amp;journal</source>
        <translation>ジャーナルを表示(&amp;J)</translation>
    </message>
    <message>
        <source>All events as a table instead of charts and timeline</source>
        <translation>チャートとタイムラインの代わりに、全イベントを表で示します</translation>
    </message>
    <message>
        <source>&amp;Fault palette</source>
        <translation>障害パレット(&amp;F)</translation>
    </message>
    <message>
        <source>The faults to drag onto the map</source>
        <translation>地図にドラッグする障害の一覧</translation>
    </message>
    <message>
        <source>Rin&amp;g instead of map</source>
        <translation>地図の代わりにリング(&amp;G)</translation>
    </message>
    <message>
        <source>The regions on a ring around their users, in place of the map of the world</source>
        <translation>世界地図の代わりに、ユーザーを囲むリング上にリージョンを示します</translation>
    </message>
    <message>
        <source>Look c&amp;loser at the map</source>
        <translation>地図を拡大(&amp;L)</translation>
    </message>
    <message>
        <source>Enlarges the map about its middle; also + and the wheel</source>
        <translation>地図を中央を基準に拡大します。+ とホイールでも可能です</translation>
    </message>
    <message>
        <source>Look &amp;wider at the map</source>
        <translation>地図を縮小(&amp;W)</translation>
    </message>
    <message>
        <source>Shows more of the world again; also - and the wheel</source>
        <translation>より広い範囲を表示します。- とホイールでも可能です</translation>
    </message>
    <message>
        <source>Who&amp;le map</source>
        <translation>地図全体(&amp;L)</translation>
    </message>
    <message>
        <source>Shows the whole world again; also 0</source>
        <translation>再び全世界を表示します。0 でも可能です</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>動きを減らす(&amp;R)</translation>
    </message>
    <message>
        <source>Traffic as still arrows instead of moving dots</source>
        <translation>トラフィックを、動く点ではなく静止した矢印で示します</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>ハイコントラスト、ライト(&amp;H)</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>ハイコントラスト、ダーク(&amp;C)</translation>
    </message>
    <message>
        <source>Changes the colours of the window</source>
        <translation>ウィンドウの配色を変更します</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>Changes the words of the window; the run goes on</source>
        <translation>ウィンドウの表示言語を変更します。実行は続きます</translation>
    </message>
    <message>
        <source>P&amp;erspective</source>
        <translation>パースペクティブ(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>サイドパネル(&amp;I)</translation>
    </message>
    <message>
        <source>Inspector and routing decisions</source>
        <translation>インスペクターとルーティング判断</translation>
    </message>
    <message>
        <source>Side panel in a &amp;window of its own</source>
        <translation>サイドパネルを別ウィンドウに(&amp;W)</translation>
    </message>
    <message>
        <source>Takes the side panel out of the window, to another screen for example</source>
        <translation>サイドパネルをウィンドウから切り離します（別の画面に置く場合など）</translation>
    </message>
    <message>
        <source>Wa&amp;ll mode</source>
        <translation>ウォールモード(&amp;L)</translation>
    </message>
    <message>
        <source>The overview alone on the whole screen, larger; Esc leaves</source>
        <translation>概要だけを全画面に拡大表示します。Escで戻ります</translation>
    </message>
    <message>
        <source>Undo layout chan&amp;ge</source>
        <translation>レイアウト変更を元に戻す(&amp;G)</translation>
    </message>
    <message>
        <source>Takes back the last change of perspective or layout</source>
        <translation>直前のパースペクティブまたはレイアウトの変更を取り消します</translation>
    </message>
    <message>
        <source>Redo la&amp;yout change</source>
        <translation>レイアウト変更をやり直す(&amp;Y)</translation>
    </message>
    <message>
        <source>Makes the change of perspective or layout again</source>
        <translation>パースペクティブまたはレイアウトの変更をやり直します</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>レイアウトをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>Returns all parts of the window to their first sizes and places</source>
        <translation>ウィンドウの各部を初期の大きさと位置に戻します</translation>
    </message>
    <message>
        <source>&amp;Simulation</source>
        <translation>シミュレーション(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Stops and resumes virtual time</source>
        <translation>仮想時間を停止、再開します</translation>
    </message>
    <message>
        <source>&amp;Step 100 ms</source>
        <translation>100 ms進める(&amp;S)</translation>
    </message>
    <message>
        <source>Pauses and runs one tenth of a virtual second</source>
        <translation>一時停止して、仮想時間を10分の1秒進めます</translation>
    </message>
    <message>
        <source>Step one &amp;event</source>
        <translation>1イベント進める(&amp;E)</translation>
    </message>
    <message>
        <source>Pauses and runs one event of the simulation</source>
        <translation>一時停止して、シミュレーションのイベントを1つ進めます</translation>
    </message>
    <message>
        <source>Runs as fast as possible</source>
        <translation>可能な限り速く実行します</translation>
    </message>
    <message>
        <source>Runs at %1 of real time</source>
        <translation>実時間に対し%1の速度で実行します</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>運用(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Break</source>
        <translation>障害注入(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>復旧(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Fail back</source>
        <translation>フェイルバック(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear all faults</source>
        <translation>全障害を解除(&amp;C)</translation>
    </message>
    <message>
        <source>Reverses every active fault and checks that nothing stays behind</source>
        <translation>発生中の障害をすべて元に戻し、影響が残っていないことを確かめます</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>メモを追加(&amp;N)…</translation>
    </message>
    <message>
        <source>Writes one line of yours into the incident record</source>
        <translation>インシデント記録に1行書き込みます</translation>
    </message>
    <message>
        <source>&amp;Why this answer?</source>
        <translation>この応答の理由(&amp;W)</translation>
    </message>
    <message>
        <source>Explains the selected or newest routing decision</source>
        <translation>選択中または最新のルーティング判断を説明します</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>コマンドパレット(&amp;C)…</translation>
    </message>
    <message>
        <source>Finds any action, page, region, fault or plan by a few letters</source>
        <translation>数文字の入力で、操作、ページ、リージョン、障害、プランを検索します</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>すべてのキーの一覧</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>Signalboxについて(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and sources of the data</source>
        <translation>バージョン、ライセンス、データの出典</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Cape Town</source>
        <translation>ケープタウン</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>東京</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>ソウル</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>大阪</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>ムンバイ</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>シンガポール</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>シドニー</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>カナダ</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>フランクフルト</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>ストックホルム</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>ミラノ</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>アイルランド</translation>
    </message>
    <message>
        <source>London</source>
        <translation>ロンドン</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>パリ</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>バーレーン</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>サンパウロ</translation>
    </message>
    <message>
        <source>Virginia</source>
        <translation>バージニア</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>オハイオ</translation>
    </message>
    <message>
        <source>California</source>
        <translation>カリフォルニア</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>オレゴン</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>稼働中</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>機能低下</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>ダウン</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>除外中</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>追いつき中</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>Ramping</source>
        <translation>段階復帰中</translation>
    </message>
    <message>
        <source>Steered away</source>
        <translation>迂回中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>API mapping removed</source>
        <translation>APIマッピング削除</translation>
    </message>
    <message>
        <source>health check red</source>
        <translation>ヘルスチェック赤</translation>
    </message>
    <message>
        <source>replication behind</source>
        <translation>レプリケーション遅れ</translation>
    </message>
    <message>
        <source>replication paused</source>
        <translation>レプリケーション一時停止</translation>
    </message>
    <message>
        <source>link cut</source>
        <translation>リンク切断</translation>
    </message>
    <message>
        <source>link slow</source>
        <translation>リンク低速</translation>
    </message>
    <message>
        <source>many errors</source>
        <translation>エラー多発</translation>
    </message>
    <message>
        <source>awaiting fail back</source>
        <translation>フェイルバック待ち</translation>
    </message>
    <message>
        <source>failing back</source>
        <translation>フェイルバック中</translation>
    </message>
    <message>
        <source>store failing</source>
        <translation>ストア故障</translation>
    </message>
    <message>
        <source>disk rotten</source>
        <translation>ディスク破損</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>ディスク満杯</translation>
    </message>
    <message>
        <source>disk stalled</source>
        <translation>ディスク停滞</translation>
    </message>
    <message>
        <source>building its copy anew</source>
        <translation>コピー再構築中</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>フェンス中</translation>
    </message>
    <message>
        <source>routing control off</source>
        <translation>コントロールがオフ</translation>
    </message>
    <message>
        <source>shifted away</source>
        <translation>退避中</translation>
    </message>
    <message>
        <source>dialled down</source>
        <translation>ダイヤル絞り込み</translation>
    </message>
    <message>
        <source>lowest latency</source>
        <translation>最小レイテンシー</translation>
    </message>
    <message>
        <source>next-lowest latency</source>
        <translation>次に小さいレイテンシー</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>プライマリ</translation>
    </message>
    <message>
        <source>secondary, primary not available</source>
        <translation>セカンダリ、プライマリ利用不可</translation>
    </message>
    <message>
        <source>only record</source>
        <translation>唯一のレコード</translation>
    </message>
    <message>
        <source>fail open, nothing healthy</source>
        <translation>フェイルオープン、正常なものなし</translation>
    </message>
    <message>
        <source>the policy&apos;s choice</source>
        <translation>ポリシーによる選択</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>further away</source>
        <translation>より遠い</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>スタンバイ</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>除外中</translation>
    </message>
    <message>
        <source>not yet in the ramp</source>
        <translation>段階復帰の対象外</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復旧</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>追いつき</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>段階復帰</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Region outage</source>
        <translation>リージョン停止</translation>
    </message>
    <message>
        <source>Replication paused</source>
        <translation>レプリケーション一時停止</translation>
    </message>
    <message>
        <source>Link cut</source>
        <translation>リンク切断</translation>
    </message>
    <message>
        <source>Latency added</source>
        <translation>レイテンシー追加</translation>
    </message>
    <message>
        <source>Region destroyed</source>
        <translation>リージョン破壊</translation>
    </message>
    <message>
        <source>Clock skewed</source>
        <translation>クロックのずれ</translation>
    </message>
    <message>
        <source>Clock drifting</source>
        <translation>クロックのドリフト</translation>
    </message>
    <message>
        <source>Store failing</source>
        <translation>ストア故障</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>ディスク満杯</translation>
    </message>
    <message>
        <source>Disk stalled</source>
        <translation>ディスク停滞</translation>
    </message>
    <message>
        <source>Disk rotten</source>
        <translation>ディスク破損</translation>
    </message>
    <message>
        <source>Disk losing flushes</source>
        <translation>ディスクのフラッシュ消失</translation>
    </message>
    <message>
        <source>Change stream poisoned</source>
        <translation>変更ストリーム汚染</translation>
    </message>
    <message>
        <source>Gray failure</source>
        <translation>グレー障害</translation>
    </message>
    <message>
        <source>Health path failing</source>
        <translation>ヘルスパス故障</translation>
    </message>
    <message>
        <source>Checkers cut off</source>
        <translation>チェッカー遮断</translation>
    </message>
    <message>
        <source>DNS edges cut off</source>
        <translation>DNSエッジ遮断</translation>
    </message>
    <message>
        <source>Plan enactor stalled</source>
        <translation>プラン適用の停滞</translation>
    </message>
    <message>
        <source>Traffic surge</source>
        <translation>トラフィック急増</translation>
    </message>
    <message>
        <source>Object copying paused</source>
        <translation>オブジェクトコピー一時停止</translation>
    </message>
    <message>
        <source>Nothing in the region answers; its durable store survives.</source>
        <translation>リージョン内は一切応答しません。永続ストアは残ります。</translation>
    </message>
    <message>
        <source>The region&apos;s gateway answers 403 to every request.</source>
        <translation>リージョンのゲートウェイが、すべてのリクエストに403を返します。</translation>
    </message>
    <message>
        <source>The region neither ships nor pulls changes; reads and writes go on.</source>
        <translation>リージョンは変更の送信も取得も行いません。読み書きは続きます。</translation>
    </message>
    <message>
        <source>Messages between two regions are dropped.</source>
        <translation>2つのリージョン間のメッセージが破棄されます。</translation>
    </message>
    <message>
        <source>Messages of the region or link arrive later.</source>
        <translation>リージョンまたはリンクのメッセージの到着が遅れます。</translation>
    </message>
    <message>
        <source>Nothing answers and the store is lost; afterwards the region copies a survivor.</source>
        <translation>一切応答せず、ストアも失われます。その後、リージョンは残存リージョンからコピーします。</translation>
    </message>
    <message>
        <source>The region&apos;s clock is off by a fixed amount; stamps decide who wins a conflict.</source>
        <translation>リージョンのクロックが一定量ずれます。競合の採否はタイムスタンプで決まります。</translation>
    </message>
    <message>
        <source>The region&apos;s clock gains or loses time, second by second.</source>
        <translation>リージョンのクロックが毎秒少しずつ進むか遅れます。</translation>
    </message>
    <message>
        <source>Whatever needs the store ends in an error; nothing is written.</source>
        <translation>ストアを必要とする処理はエラーになり、何も書き込まれません。</translation>
    </message>
    <message>
        <source>The disk takes nothing more: writes end in an error, reads go on.</source>
        <translation>ディスクがこれ以上受け付けません。書き込みはエラーになり、読み取りは続きます。</translation>
    </message>
    <message>
        <source>Each flush of the disk takes longer; queues grow, and then requests are refused.</source>
        <translation>ディスクのフラッシュが毎回遅くなります。キューが伸び、やがてリクエストが拒否されます。</translation>
    </message>
    <message>
        <source>The disk returns damaged data: the region finds out and builds a new copy.</source>
        <translation>ディスクが破損データを返します。リージョンがそれを検出し、新しいコピーを構築します。</translation>
    </message>
    <message>
        <source>The disk reports flushes that it does not do; an outage meanwhile loses them.</source>
        <translation>ディスクが、行っていないフラッシュを完了と報告します。その間に停止すると失われます。</translation>
    </message>
    <message>
        <source>Consumers of changes cannot process some of them, and set those aside.</source>
        <translation>変更のコンシューマーが一部の変更を処理できず、隔離します。</translation>
    </message>
    <message>
        <source>A share of the customers&apos; requests fails while the health checks see nothing.</source>
        <translation>顧客のリクエストの一部が失敗しますが、ヘルスチェックには現れません。</translation>
    </message>
    <message>
        <source>The health path fails while the customers&apos; requests are fine.</source>
        <translation>ヘルスパスが失敗しますが、顧客のリクエストは正常です。</translation>
    </message>
    <message>
        <source>Some of the health checkers cannot reach the region.</source>
        <translation>一部のチェッカーがリージョンに到達できません。</translation>
    </message>
    <message>
        <source>DNS locations near the region do not hear of changes of health.</source>
        <translation>リージョン近くのDNSエッジに、ヘルスの変化が伝わりません。</translation>
    </message>
    <message>
        <source>What puts zone plans in force stops in the middle of its work.</source>
        <translation>ゾーンプランを適用する処理が、途中で停止します。</translation>
    </message>
    <message>
        <source>The customers nearest to the region send more.</source>
        <translation>リージョンに最も近い顧客からの送信が増えます。</translation>
    </message>
    <message>
        <source>Photos and pages written in the region wait; what it receives still arrives.</source>
        <translation>リージョンで書き込まれた写真とページは待たされます。受信分は届きます。</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双方向</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>送信方向</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>受信方向</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>検知</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>回復</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>オペレーター</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>ルーティング</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>レプリケーション</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Shoppers</source>
        <translation>買い物客</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>毎秒リクエスト数</translation>
    </message>
    <message>
        <source>Errors, % of requests</source>
        <translation>エラー、リクエスト比%</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>レイテンシー p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>レイテンシー p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>レイテンシー p99</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>レプリケーションラグ</translation>
    </message>
    <message>
        <source>Answers, %</source>
        <translation>応答、%</translation>
    </message>
    <message>
        <source>Orders per second</source>
        <translation>毎秒注文数</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2分</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15分</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2時間</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24時間</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV表</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Markdownレポート</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTMLレポート</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON文書</translation>
    </message>
    <message>
        <source>Chrome trace</source>
        <translation>Chromeトレース</translation>
    </message>
    <message>
        <source>The input is malformed</source>
        <translation>入力の形式が正しくありません</translation>
    </message>
    <message>
        <source>That name is not known</source>
        <translation>不明な名前です</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>応答がありません</translation>
    </message>
    <message>
        <source>The file could not be read or written</source>
        <translation>ファイルを読み書きできませんでした</translation>
    </message>
    <message>
        <source>The file is of another version</source>
        <translation>ファイルのバージョンが異なります</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>ファイルが破損しています</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a fault and its region: &quot;Region outage, Ireland&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>a fault and the two regions of its link: &quot;Link cut, Ireland – Singapore&quot;</extracomment>
        <translation>%1、%2 – %3</translation>
    </message>
</context>
<context>
    <name>sb::ActiveFaults</name>
    <message>
        <source>Clear all</source>
        <translation>すべて解除</translation>
    </message>
    <message>
        <source>Active faults</source>
        <translation>発生中の障害</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>全障害を解除</translation>
    </message>
    <message>
        <source>Reverses every active fault and reports whether anything stays behind.</source>
        <translation>発生中の障害をすべて元に戻し、影響が残っていないかを報告します。</translation>
    </message>
    <message>
        <source>Active faults: %1</source>
        <extracomment>%1 is a count</extracomment>
        <translation>発生中の障害：%1</translation>
    </message>
</context>
<context>
    <name>sb::Alarms</name>
    <message>
        <source>Not known; its health check says so.</source>
        <translation>原因は不明です（ヘルスチェックの判定による）。</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1がダウンしました</translation>
    </message>
    <message>
        <source>Customers whose resolvers still hold %1 get errors; what only %1 holds cannot be read.</source>
        <translation>リゾルバーがまだ%1を保持している顧客はエラーになります。%1だけが持つデータは読み取れません。</translation>
    </message>
    <message>
        <source>See that the answers move. If they do not, start the failover plan or switch its routing control off.</source>
        <translation>応答先が移動することを確かめてください。移動しない場合は、フェイルオーバープランを開始するか、ルーティングコントロールをオフにしてください。</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1が機能低下しています</translation>
    </message>
    <message>
        <source>It may fail, or hurt its customers while its check stays green.</source>
        <translation>ダウンするか、チェックが緑のまま顧客に影響を及ぼす可能性があります。</translation>
    </message>
    <message>
        <source>Look at its services and checks; shift its traffic away if customers are hurt.</source>
        <translation>サービスとチェックを調べ、顧客に影響があればトラフィックを退避してください。</translation>
    </message>
    <message>
        <source>%1 is ready to be failed back</source>
        <translation>%1はフェイルバックできます</translation>
    </message>
    <message>
        <source>It is sound again and kept out of the answers until an operator decides.</source>
        <translation>正常に戻りましたが、オペレーターが判断するまで応答から除外されています。</translation>
    </message>
    <message>
        <source>Until then the other regions carry its customers, from further away.</source>
        <translation>それまでは、より遠い他のリージョンが顧客を引き受けます。</translation>
    </message>
    <message>
        <source>Fail it back when the cause of the failure is understood.</source>
        <translation>障害の原因を把握してから、フェイルバックしてください。</translation>
    </message>
    <message>
        <source>%1 wait to be settled, of %2</source>
        <translation>%2の%1が処置待ち</translation>
    </message>
    <message>
        <source>%1 was evicted while it held writes that nobody else has.</source>
        <translation>他のどこにもない書き込みを持ったまま、%1は排除されました。</translation>
    </message>
    <message>
        <source>Customers miss what they were told was done: %1.</source>
        <translation>完了と伝えられたものが、顧客から失われています：%1。</translation>
    </message>
    <message>
        <source>Replay the orphan writes, or discard them.</source>
        <translation>孤立した書き込みを再適用するか、破棄してください。</translation>
    </message>
    <message>
        <source>%1 will be full in %2</source>
        <translation>%1は%2後に満杯になります</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>%1は満杯です</translation>
    </message>
    <message>
        <source>It is asked for %1 of what it can answer.</source>
        <translation>処理能力の%1が要求されています。</translation>
    </message>
    <message>
        <source>Requests wait and are then refused; refused ones come again.</source>
        <translation>リクエストは待たされた後に拒否され、拒否されたリクエストは再び届きます。</translation>
    </message>
    <message>
        <source>Turn its dial down, or bring another region back into the answers.</source>
        <translation>ダイヤルを下げるか、他のリージョンを応答に戻してください。</translation>
    </message>
    <message>
        <source>%1 could not carry one more failure</source>
        <translation>%1には、もう1件のダウンに耐える余裕がありません</translation>
    </message>
    <message>
        <source>With its most loaded peer gone it would be asked for %1 of what it can answer.</source>
        <translation>最も負荷の高い他リージョンが失われると、処理能力の%1が要求されます。</translation>
    </message>
    <message>
        <source>A failure of one region would take two.</source>
        <translation>1つのリージョンのダウンが、2つ目のダウンを招きます。</translation>
    </message>
    <message>
        <source>Add capacity, or shed load before a switch.</source>
        <translation>処理能力を追加するか、切り替え前に負荷を減らしてください。</translation>
    </message>
    <message>
        <source>The network between them is cut.</source>
        <translation>両者間のネットワークが切断されています。</translation>
    </message>
    <message>
        <source>Replication is switched off.</source>
        <translation>レプリケーションがオフです。</translation>
    </message>
    <message>
        <source>More is written than arrives, or messages take longer.</source>
        <translation>到着より書き込みが多いか、メッセージの遅延が増えています。</translation>
    </message>
    <message>
        <source>%1 is %2 behind %3</source>
        <translation>%1は%3より%2遅れています</translation>
    </message>
    <message>
        <source>If %1 is lost now, %2 of acknowledged changes have no other copy in %3.</source>
        <translation>いま%1を失うと、ACK済みの変更のうち%2分は%3にコピーがありません。</translation>
    </message>
    <message>
        <source>Mend the link. Before moving users away from %1, wait until %2 has caught up.</source>
        <translation>リンクを直してください。ユーザーを%1から移す前に、%2が追いつくまで待ってください。</translation>
    </message>
    <message>
        <source>Plan “%1”: step %2 has failed</source>
        <translation>プラン「%1」：ステップ%2が失敗しました</translation>
    </message>
    <message>
        <source>Plan “%1” waits for approval of %2</source>
        <translation>プラン「%1」は%2の承認待ちです</translation>
    </message>
    <message>
        <source>The plan stands still, and with it the recovery.</source>
        <translation>プランが止まり、復旧も止まっています。</translation>
    </message>
    <message>
        <source>Retry the step, skip it, or cancel the plan.</source>
        <translation>ステップの再試行か省略、またはプランのキャンセルを行ってください。</translation>
    </message>
    <message>
        <source>Approve or decline it on the page Routing.</source>
        <translation>ルーティングページで承認または却下してください。</translation>
    </message>
    <message>
        <source>%1 of %2 control endpoints answer</source>
        <extracomment>of routing controls</extracomment>
        <translation>コントロールエンドポイント%1/%2が応答</translation>
    </message>
    <message>
        <source>Their regions are out, or the network to them is.</source>
        <translation>エンドポイントのあるリージョン、またはそこへのネットワークが停止しています。</translation>
    </message>
    <message>
        <source>With fewer than three no routing control can be changed.</source>
        <translation>3つを下回ると、ルーティングコントロールを変更できません。</translation>
    </message>
    <message>
        <source>Make urgent changes of routing controls now; for later ones, plan how to do without them.</source>
        <translation>急ぐルーティングコントロールの変更はいま行い、以後はコントロールを使わない方法を計画してください。</translation>
    </message>
    <message>
        <source>Safety rule “%1” does not hold</source>
        <translation>安全ルール「%1」が満たされていません</translation>
    </message>
    <message>
        <source>What the rule was to prevent is so; further changes may be refused.</source>
        <translation>ルールが防ぐべき事態が起きています。今後の変更が拒否される可能性があります。</translation>
    </message>
    <message>
        <source>Bring the controls back into a state that the rule allows.</source>
        <translation>コントロールを、ルールが許す状態に戻してください。</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>The run has stopped</source>
        <translation>実行が停止しました</translation>
    </message>
    <message>
        <source>Nothing goes on; what is shown is the last that was known.</source>
        <translation>何も進みません。表示は最後に判明した内容です。</translation>
    </message>
    <message>
        <source>Save the record and start a new run.</source>
        <translation>記録を保存し、新しい実行を開始してください。</translation>
    </message>
    <message>
        <source>%1 of all requests fail</source>
        <translation>全リクエストの%1が失敗しています</translation>
    </message>
    <message>
        <source>Customers reach a region that cannot answer them.</source>
        <translation>応答できないリージョンに顧客が到達しています。</translation>
    </message>
    <message>
        <source>The objective of %1 is missed; the recovery time runs.</source>
        <translation>目標の%1を満たしていません。復旧時間を計測中です。</translation>
    </message>
    <message>
        <source>Find the region whose customers fail, and move them away from it.</source>
        <translation>顧客が失敗しているリージョンを特定し、顧客をそこから移してください。</translation>
    </message>
</context>
<context>
    <name>sb::AlarmsPage</name>
    <message>
        <source>Alarms</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>Which alarms are listed</source>
        <translation>表示するアラーム</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>すべて確認</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先度</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Time to act</source>
        <translation>対応猶予</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>行う操作</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Show the region</source>
        <translation>リージョンを表示</translation>
    </message>
    <message>
        <source>Shelved for</source>
        <translation>棚上げの期間</translation>
    </message>
    <message>
        <source>Reason for shelving, needed</source>
        <translation>棚上げの理由（必須）</translation>
    </message>
    <message>
        <source>Reason for shelving</source>
        <translation>棚上げの理由</translation>
    </message>
    <message>
        <source>Audit of the alarms of this run</source>
        <translation>この実行のアラーム監査</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>監査</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSVでコピー</translation>
    </message>
    <message>
        <source>Limits of ISA-18.2 and EEMUA 191; times are virtual.</source>
        <translation>基準はISA-18.2とEEMUA 191、時間は仮想時間です。</translation>
    </message>
    <message>
        <source>Shelved for another %1</source>
        <translation>棚上げ、残り%1</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>チャタリング</translation>
    </message>
    <message>
        <source>Over, not acknowledged</source>
        <translation>復帰、未確認</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>抑制中</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>New, came first</source>
        <translation>新規、初発</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>%1超過</translation>
    </message>
    <message>
        <source>Active (%1)</source>
        <translation>発生中 (%1)</translation>
    </message>
    <message>
        <source>Shelved (%1)</source>
        <translation>棚上げ (%1)</translation>
    </message>
    <message>
        <source>Suppressed (%1)</source>
        <translation>抑制中 (%1)</translation>
    </message>
    <message>
        <source>Nothing asks for an action.</source>
        <translation>対応が必要なアラームはありません。</translation>
    </message>
    <message>
        <source>Nothing is put aside. Shelving hides an alarm for a while, with a reason.</source>
        <translation>棚上げ中のアラームはありません。棚上げすると、理由を付けてアラームを一定時間隠せます。</translation>
    </message>
    <message>
        <source>No alarm is explained by another one.</source>
        <translation>ほかのアラームで説明できるアラームはありません。</translation>
    </message>
    <message>
        <source>Flood: 10 or more in ten minutes</source>
        <translation>フラッド：10分間に10件以上</translation>
    </message>
    <message>
        <source>%1 not acknowledged</source>
        <translation>未確認%1件</translation>
    </message>
    <message>
        <source>No alarm is chosen</source>
        <translation>アラームが選択されていません</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>棚上げ</translation>
    </message>
    <message>
        <source>%1 · %2 priority</source>
        <translation>%1 · 優先度%2</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>棚上げ解除</translation>
    </message>
    <message>
        <source>%1 (shelved: %2)</source>
        <translation>%1（棚上げ：%2）</translation>
    </message>
    <message>
        <source>too few to judge</source>
        <translation>件数不足</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>適合</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不適合</translation>
    </message>
    <message>
        <source>within limits</source>
        <translation>基準内</translation>
    </message>
    <message>
        <source>limits missed</source>
        <translation>基準未達</translation>
    </message>
    <message>
        <source>Alarm acknowledged: %1</source>
        <translation>アラームを確認：%1</translation>
    </message>
    <message>
        <source>Alarms acknowledged: %1</source>
        <translation>アラームを一括確認：%1</translation>
    </message>
    <message>
        <source>Alarm taken off the shelf: %1</source>
        <translation>アラームの棚上げを解除：%1</translation>
    </message>
    <message>
        <source>Alarm shelved for %1: %2 (%3)</source>
        <translation>アラームを%1棚上げ：%2（%3）</translation>
    </message>
</context>
<context>
    <name>sb::Audit</name>
    <message>
        <source>Alarms per 10 min, average</source>
        <translation>10分あたりのアラーム、平均</translation>
    </message>
    <message>
        <source>at most 2</source>
        <translation>2以下</translation>
    </message>
    <message>
        <source>Alarms per 10 min, most</source>
        <translation>10分あたりのアラーム、最大</translation>
    </message>
    <message>
        <source>fewer than 10</source>
        <translation>10未満</translation>
    </message>
    <message>
        <source>Time in a flood</source>
        <translation>フラッドの時間</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>1%未満</translation>
    </message>
    <message>
        <source>Chattering alarms</source>
        <translation>チャタリングアラーム</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Standing for over a day</source>
        <translation>1日を超える継続</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>優先度「高」</translation>
    </message>
    <message>
        <source>at most 20 %</source>
        <translation>20%以下</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>確認までの時間</translation>
    </message>
    <message>
        <source>none was</source>
        <translation>確認なし</translation>
    </message>
    <message>
        <source>Active at once, most</source>
        <translation>同時発生、最大</translation>
    </message>
    <message>
        <source>Unacknowledged, most</source>
        <translation>未確認、最大</translation>
    </message>
</context>
<context>
    <name>sb::BestSellerCard</name>
    <message>
        <source>Best sellers by region</source>
        <translation>リージョン別の売れ筋</translation>
    </message>
    <message>
        <source>Best sellers, ranks by regions</source>
        <translation>売れ筋、順位とリージョンの表</translation>
    </message>
    <message>
        <source>No region shows best sellers yet: they come with the first orders.</source>
        <translation>売れ筋はまだありません。最初の注文が入ると表示されます。</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>相違</translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s) differ</source>
        <translation>
            <numerusform>%n件の順位が相違</numerusform>
        </translation>
    </message>
    <message>
        <source>all regions agree</source>
        <translation>全リージョン一致</translation>
    </message>
</context>
<context>
    <name>sb::ChartAdapter</name>
    <message>
        <source>Requests per second, by region</source>
        <translation>毎秒リクエスト数、リージョン別</translation>
    </message>
    <message>
        <source>Latency, ms (p50 p95 p99)</source>
        <translation>レイテンシー、ms (p50 p95 p99)</translation>
    </message>
    <message>
        <source>Errors, % of requests</source>
        <translation>エラー、リクエスト比%</translation>
    </message>
    <message>
        <source>Replication lag, s (log)</source>
        <translation>レプリケーションラグ、秒 (対数)</translation>
    </message>
    <message>
        <source>DNS answers, % by region</source>
        <translation>DNS応答、リージョン別%</translation>
    </message>
    <message>
        <source>Requests/s by region</source>
        <translation>リクエスト/秒、リージョン別</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>レイテンシー、ms</translation>
    </message>
    <message>
        <source>Errors, %</source>
        <translation>エラー、%</translation>
    </message>
    <message>
        <source>Lag, s (log)</source>
        <translation>ラグ、秒 (対数)</translation>
    </message>
    <message>
        <source>DNS answers, %</source>
        <translation>DNS応答、%</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Latest value of a chart line: %1 name, %2 value with unit</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>データ未着</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Copy as data (CSV)</source>
        <translation>データとしてコピー (CSV)</translation>
    </message>
</context>
<context>
    <name>sb::ChartData</name>
    <message>
        <source>%1th percentile</source>
        <extracomment>Name of a latency series, for example &quot;95th percentile&quot;</extracomment>
        <translation>%1パーセンタイル</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>全リージョン</translation>
    </message>
</context>
<context>
    <name>sb::ChartPlot</name>
    <message>
        <source>%1 s</source>
        <extracomment>Axis label: %1 is a negative number of seconds</extracomment>
        <translation>%1秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Axis label: %1 is a negative number of minutes</extracomment>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Axis label: %1 is a negative number of hours</extracomment>
        <translation>%1時間</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
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
        <translation>2分</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15分</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2時間</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24時間</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <extracomment>Tool tip and accessible name of a button: %1 is &quot;15 minutes&quot;</extracomment>
        <translation>直近%1を表示</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>データ未着</translation>
    </message>
    <message numerus="yes">
        <source>no data for %n s</source>
        <translation>
            <numerusform>%n秒間データなし</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ChecksCard</name>
    <message>
        <source>region outage</source>
        <translation>リージョン停止</translation>
    </message>
    <message>
        <source>gray failure: 30 % of its requests end in 500</source>
        <translation>グレー障害：リクエストの30%が500になる</translation>
    </message>
    <message>
        <source>intermittent loss: fails for seconds, again and again</source>
        <translation>断続的な損失：数秒間の失敗を繰り返す</translation>
    </message>
    <message>
        <source>health path broken, requests sound</source>
        <translation>ヘルスパスの故障、リクエストは正常</translation>
    </message>
    <message>
        <source>85 % of the checkers cut off, customers well</source>
        <translation>チェッカーの85%が到達不能、顧客に影響なし</translation>
    </message>
    <message>
        <source>capacity drain</source>
        <translation>キャパシティドレイン</translation>
    </message>
    <message>
        <source>%1, %2 × %3, %4</source>
        <extracomment>design of a health check, interval, threshold, then how deep the health path asks</extracomment>
        <translation>%1、%2 × %3、%4</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>ディープ</translation>
    </message>
    <message>
        <source>shallow</source>
        <translation>シャロー</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Which way of checking health works best?</source>
        <translation>最適なヘルスチェックの方式は？</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;opy as CSV</source>
        <translation>CSVでコピー(&amp;O)</translation>
    </message>
    <message>
        <source>Runs one incident in Ireland under ten settings of the check, with the same seeds, in worlds of two regions and nine virtual minutes each. The run itself goes on untouched.</source>
        <translation>アイルランドでの1つのインシデントを、10通りのチェック設定で、同じシード、2リージョンのワールド、仮想時間9分ずつで試します。いまの実行には影響しません。</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>インシデント</translation>
    </message>
    <message>
        <source> seeds each</source>
        <translation> シードずつ</translation>
    </message>
    <message>
        <source>Seeds for each setting</source>
        <translation>設定ごとのシード数</translation>
    </message>
    <message>
        <source>Comparison of health checks</source>
        <translation>ヘルスチェックの比較</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>after p50</source>
        <translation>赤まで p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>False red</source>
        <translation>誤検知</translation>
    </message>
    <message>
        <source>Failed a run</source>
        <translation>失敗/実行</translation>
    </message>
    <message>
        <source>Failed share</source>
        <translation>失敗率</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>移動回数</translation>
    </message>
    <message>
        <source>Moved p50</source>
        <translation>移動まで p50</translation>
    </message>
    <message>
        <source>Runs in which the region&apos;s check turned red</source>
        <translation>リージョンのチェックが赤になった実行の数</translation>
    </message>
    <message>
        <source>From the start of the incident, median of the runs that turned red</source>
        <translation>インシデント開始からの時間。赤になった実行の中央値</translation>
    </message>
    <message>
        <source>From the start of the incident, 95th percentile</source>
        <translation>インシデント開始からの時間。95パーセンタイル</translation>
    </message>
    <message>
        <source>Red checks of regions whose customers were well, all runs</source>
        <translation>顧客に影響がないのに赤になったチェック。全実行の合計</translation>
    </message>
    <message>
        <source>Failed requests of customers, average of a run</source>
        <translation>顧客の失敗リクエスト数。1実行あたりの平均</translation>
    </message>
    <message>
        <source>Share of all requests of customers that failed</source>
        <translation>顧客の全リクエストのうち失敗した割合</translation>
    </message>
    <message>
        <source>Times that answers began to leave the region, all runs</source>
        <translation>応答がリージョンから離れ始めた回数。全実行の合計</translation>
    </message>
    <message>
        <source>Until the first answer left the region, median</source>
        <translation>最初の応答がリージョンから離れるまで。中央値</translation>
    </message>
    <message>
        <source>Until the first answer left the region, 95th percentile</source>
        <translation>最初の応答がリージョンから離れるまで。95パーセンタイル</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Compared under %1. Customers are hurt: a red check is right.</source>
        <translation>比較条件：%1。顧客に影響があるため、赤のチェックは正しい判定です。</translation>
    </message>
    <message>
        <source>Compared under %1. Customers are well: a red check is a false alarm.</source>
        <translation>比較条件：%1。顧客に影響がないため、赤のチェックは誤検知です。</translation>
    </message>
    <message>
        <source>✓ Fewest requests failed under: %1</source>
        <translation>✓ 失敗リクエスト最少：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>sb::ClockView</name>
    <message>
        <source>Time inside the simulation</source>
        <translation>シミュレーション内の時刻</translation>
    </message>
    <message>
        <source>virtual time · seed %1</source>
        <translation>仮想時間 · シード%1</translation>
    </message>
    <message>
        <source>re-simulating, %1</source>
        <translation>再シミュレート中、%1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>paused · seed %1</source>
        <translation>一時停止中 · シード%1</translation>
    </message>
    <message>
        <source>Virtual time %1, %2</source>
        <translation>仮想時間%1、%2</translation>
    </message>
    <message>
        <source>Tue 00:00:00 UTC</source>
        <translation>火 00:00:00 UTC</translation>
    </message>
</context>
<context>
    <name>sb::CoachMark</name>
    <message>
        <source>Got it</source>
        <translation>了解</translation>
    </message>
</context>
<context>
    <name>sb::CommandButton</name>
    <message>
        <source>Press again to confirm, Esc to leave it</source>
        <translation>もう一度押すと確定、Escで取り消し</translation>
    </message>
</context>
<context>
    <name>sb::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>コマンドパレット</translation>
    </message>
    <message>
        <source>Type what to do: a page, a region, a fault, a plan…</source>
        <translation>行う操作を入力：ページ、リージョン、障害、プラン…</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>行う操作</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>一致する候補</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>一致する候補がありません。文字数を減らしてください。</translation>
    </message>
    <message>
        <source>Enter does it, the arrows choose, Esc leaves</source>
        <translation>Enterで実行、矢印キーで選択、Escで閉じる</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>現在は実行できません：%1</translation>
    </message>
    <message>
        <source>Press Enter again to do it, Esc to leave it</source>
        <translation>もう一度Enterで実行、Escで取り消し</translation>
    </message>
</context>
<context>
    <name>sb::ComparedRun</name>
    <message>
        <source>Tracks of the compared run</source>
        <translation>比較対象の実行のトラック</translation>
    </message>
    <message>
        <source>Aligned at the start</source>
        <translation>開始を揃える</translation>
    </message>
    <message>
        <source>Aligned at the first fault</source>
        <translation>最初の障害を揃える</translation>
    </message>
    <message>
        <source>How the runs are aligned</source>
        <translation>実行の揃え方</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>比較を閉じる</translation>
    </message>
    <message>
        <source>%1: %2, seed %3</source>
        <extracomment>the compared run: its file, its name, its seed</extracomment>
        <translation>%1：%2、シード%3</translation>
    </message>
</context>
<context>
    <name>sb::ConditionsBanner</name>
    <message>
        <source>Abnormal conditions</source>
        <translation>異常状態</translation>
    </message>
</context>
<context>
    <name>sb::ConflictCard</name>
    <message>
        <source>Conflicts of the run</source>
        <translation>この実行の競合</translation>
    </message>
    <message>
        <source>Conflicts of the run, newest first</source>
        <translation>この実行の競合、新しい順</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>語句で絞り込み</translation>
    </message>
    <message>
        <source>Filter conflicts</source>
        <translation>競合を絞り込み</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Loser</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>経緯</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 shown, %2 earlier ones dropped</source>
        <translation>%1件を表示、古い%2件は破棄</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>No conflict so far. Provoke one in the card beside, or cut a link and wait.</source>
        <translation>競合はまだありません。隣のカードで起こすか、リンクを切断して待ってください。</translation>
    </message>
    <message>
        <source>No conflict contains these words. Clear the filter to see all %1.</source>
        <translation>この語句を含む競合はありません。絞り込みを解除すると全%1件を表示します。</translation>
    </message>
</context>
<context>
    <name>sb::ControlsCard</name>
    <message>
        <source>Routing controls</source>
        <translation>ルーティングコントロール</translation>
    </message>
    <message>
        <source>This run has no routing controls.</source>
        <translation>この実行にルーティングコントロールはありません。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Override rules</source>
        <translation>ルールをオーバーライド</translation>
    </message>
    <message>
        <source>Rules named here shall not refuse the change; it needs a reason</source>
        <translation>ここで指定したルールは変更を拒否しません。理由が必要です</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>%1 now; staged</source>
        <translation>現在%1、適用待ち</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%2前から%1</translation>
    </message>
    <message>
        <source>%1 is broken: %2</source>
        <translation>%1に違反：%2</translation>
    </message>
    <message>
        <source>%1 of %2 endpoints in reach</source>
        <translation>到達可能なエンドポイント%1/%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Routing control %1</source>
        <translation>ルーティングコントロール%1</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 オン</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 オフ</translation>
    </message>
    <message>
        <source>Reason, for the record</source>
        <translation>理由（記録用）</translation>
    </message>
    <message>
        <source>Reason for overriding, needed</source>
        <translation>オーバーライドの理由（必須）</translation>
    </message>
    <message numerus="yes">
        <source>Overrides %n rule(s)</source>
        <translation>
            <numerusform>ルール%n件をオーバーライド</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>変更%n件を適用</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>確定：%1</translation>
    </message>
    <message>
        <source>Confirm against the rules: %1</source>
        <translation>ルールに反して確定：%1</translation>
    </message>
</context>
<context>
    <name>sb::CopiesView</name>
    <message>
        <source>cannot be read</source>
        <translation>読み取り不可</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>相違</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a version: the region that wrote it and its number there</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Copies of the key, a column for each region</source>
        <translation>キーのコピー、リージョンごとに1列</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2、%3</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>バージョン%1</translation>
    </message>
</context>
<context>
    <name>sb::DataPage</name>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Copies of the key, a row for each region</source>
        <translation>キーのコピー、リージョンごとに1行</translation>
    </message>
    <message>
        <source>Conflicts of this key, newest first</source>
        <translation>このキーの競合、新しい順</translation>
    </message>
    <message>
        <source>A key, such as book 1342</source>
        <translation>キー（例：book 1342）</translation>
    </message>
    <message>
        <source>Key to look at</source>
        <translation>調べるキー</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1を調べる</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>検出元</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Loser</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>The loser was</source>
        <translation>不採用側</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Asking the stores …</source>
        <translation>ストアに問い合わせ中…</translation>
    </message>
    <message>
        <source>Type a key, or press one of the examples: every region&apos;s copy is then shown here, and how they differ.</source>
        <translation>キーを入力するか例を押すと、各リージョンのコピーとその違いがここに表示されます。</translation>
    </message>
    <message>
        <source>All readable copies agree. %1</source>
        <translation>読み取れるコピーはすべて一致しています。%1</translation>
    </message>
    <message>
        <source>The copies differ. %1</source>
        <translation>コピーが一致していません。%1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>ルール：%1</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>ACK済み</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>ACKなし</translation>
    </message>
    <message>
        <source>No version of this key has lost to another.</source>
        <translation>このキーで競合に敗れたバージョンはありません。</translation>
    </message>
</context>
<context>
    <name>sb::DecisionExplorer</name>
    <message>
        <source>&amp;Ask</source>
        <translation>問い合わせ(&amp;A)</translation>
    </message>
    <message>
        <source>End trial</source>
        <translation>試行を終了</translation>
    </message>
    <message>
        <source>Routing decisions</source>
        <translation>ルーティング判断</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>この応答の理由</translation>
    </message>
    <message>
        <source>Decisions, newest first</source>
        <translation>判断、新しい順</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>City</source>
        <translation>都市</translation>
    </message>
    <message>
        <source>Only cities whose name has</source>
        <translation>都市名で絞り込み</translation>
    </message>
    <message>
        <source>Only answers that name</source>
        <translation>応答先で絞り込み</translation>
    </message>
    <message>
        <source>Only decisions by</source>
        <translation>判断理由で絞り込み</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>City that asks</source>
        <translation>問い合わせ元の都市</translation>
    </message>
    <message>
        <source>Resolver</source>
        <translation>リゾルバー</translation>
    </message>
    <message>
        <source>resolver that honours the TTL</source>
        <translation>TTLを守るリゾルバー</translation>
    </message>
    <message>
        <source>resolver that ignores the TTL</source>
        <translation>TTLを無視するリゾルバー</translation>
    </message>
    <message>
        <source>Name asked for</source>
        <translation>問い合わせる名前</translation>
    </message>
    <message>
        <source>Name; empty: the one that customers ask for</source>
        <translation>名前（空欄：顧客が問い合わせる名前）</translation>
    </message>
    <message>
        <source>Select a decision, or try one.</source>
        <translation>判断を選択するか、試行してください。</translation>
    </message>
    <message>
        <source>any region</source>
        <translation>全リージョン</translation>
    </message>
    <message>
        <source>any reason</source>
        <translation>全理由</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 of the latest %2</source>
        <translation>最新%2件中%1件</translation>
    </message>
    <message>
        <source>%1; %2 more came faster than they can be shown</source>
        <translation>%1（ほか%2件は表示が追いつかず省略）</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>固定(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Follow (%1 new)</source>
        <translation>追従 (新着%1)(&amp;F)</translation>
    </message>
    <message>
        <source>Shows what has come and follows again</source>
        <translation>届いた分を表示し、追従を再開します</translation>
    </message>
    <message>
        <source>Holds the list still; what comes is shown later</source>
        <translation>一覧を固定します。以後の分は後で表示されます</translation>
    </message>
    <message>
        <source>Choose the city that asks</source>
        <translation>問い合わせ元の都市を選択してください</translation>
    </message>
    <message>
        <source>No city of the run is called &apos;%1&apos;; choose one of the list</source>
        <translation>「%1」という都市はこの実行にありません。一覧から選択してください</translation>
    </message>
    <message>
        <source>Asked anew with each tick; nothing of the run changes</source>
        <translation>ティックごとに問い合わせ直します。実行には影響しません</translation>
    </message>
    <message>
        <source>Asks the zone as it is now; nothing of the run changes</source>
        <translation>現在のゾーンに問い合わせます。実行には影響しません</translation>
    </message>
</context>
<context>
    <name>sb::DecisionStream</name>
    <message>
        <source>no answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>How long resolvers may keep the answer</source>
        <translation>リゾルバーが応答を保持できる時間</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>City</source>
        <translation>都市</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
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
        <translation>%1、%2は赤</translation>
    </message>
    <message>
        <source>%1, %2 held out</source>
        <translation>%1、%2は除外中</translation>
    </message>
    <message>
        <source>%1, %2 ramping</source>
        <translation>%1、%2は段階復帰中</translation>
    </message>
    <message>
        <source>Why no answer for %1?</source>
        <translation>%1に応答がない理由</translation>
    </message>
    <message>
        <source>Why %1 for %2?</source>
        <translation>%2に%1を返した理由</translation>
    </message>
    <message>
        <source>Rule: %1. The answer is kept for %2.</source>
        <translation>ルール：%1。応答は%2の間保持されます。</translation>
    </message>
    <message>
        <source>With everything healthy: the same.</source>
        <translation>すべて正常なら：同じ。</translation>
    </message>
    <message>
        <source>With everything healthy: %1.</source>
        <translation>すべて正常なら：%1。</translation>
    </message>
    <message>
        <source>With %1 healthy: %1, %2.</source>
        <extracomment>the first and the second name are the same region</extracomment>
        <translation>%1が正常なら：%1、%2。</translation>
    </message>
    <message>
        <source>With everything healthy: %1, %2.</source>
        <translation>すべて正常なら：%1、%2。</translation>
    </message>
</context>
<context>
    <name>sb::DecisionsList</name>
    <message>
        <source>Last routing decisions</source>
        <translation>最近のルーティング判断</translation>
    </message>
    <message>
        <source>Why this answer? Alt+Enter</source>
        <translation>この応答の理由 Alt+Enter</translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation>この応答の理由</translation>
    </message>
    <message>
        <source>Shows the candidates and what struck each of them out</source>
        <translation>候補と、それぞれが候補から外れた理由を示します</translation>
    </message>
</context>
<context>
    <name>sb::DecisionsModel</name>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1から%2へ、%3</translation>
    </message>
</context>
<context>
    <name>sb::DrillEditor</name>
    <message>
        <source>Text of the drill</source>
        <translation>訓練のテキスト</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>別名で保存(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Run this text</source>
        <translation>このテキストを実行(&amp;R)</translation>
    </message>
    <message>
        <source>Mistakes in the text</source>
        <translation>テキストの誤り</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>number of a line, what is wrong there</extracomment>
        <translation>%1行目：%2</translation>
    </message>
    <message>
        <source>Choose a drill to read its text</source>
        <translation>訓練を選択すると、テキストが表示されます</translation>
    </message>
    <message>
        <source>Mistakes: %1</source>
        <translation>誤り：%1</translation>
    </message>
    <message>
        <source>Sound; not saved</source>
        <translation>誤りなし、未保存</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>誤りなし：%1</translation>
    </message>
    <message>
        <source>Save drill as</source>
        <translation>訓練を別名で保存</translation>
    </message>
    <message>
        <source>Drills (*.toml)</source>
        <translation>訓練 (*.toml)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that you may write to and that has room.</source>
        <translation>%1に書き込めません：%2。書き込みが許可され、空きのあるフォルダーを選択してください。</translation>
    </message>
</context>
<context>
    <name>sb::DrillListCard</name>
    <message>
        <source>Drills to choose from</source>
        <translation>選択できる訓練</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Ano&amp;ther seed</source>
        <translation>別のシード(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Start &amp;paused</source>
        <translation>一時停止で開始(&amp;P)</translation>
    </message>
    <message>
        <source>Rando&amp;m faults</source>
        <translation>ランダムな障害(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Copy as command line</source>
        <translation>コマンドラインをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>開く(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a drill</source>
        <translation>訓練を検索</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>難易度</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The same drill and seed are the same run, here and on the command line.</source>
        <translation>訓練とシードが同じなら、ここでもコマンドラインでも同じ実行になります。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>how fast virtual time goes, such as &quot;10×&quot;</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Draws a drill of random faults from a new seed and shows its text</source>
        <translation>新しいシードからランダムな障害の訓練を作り、そのテキストを表示します</translation>
    </message>
    <message>
        <source>mistakes</source>
        <translation>誤りあり</translation>
    </message>
    <message>
        <source>Reading the drills …</source>
        <translation>訓練を読み込み中…</translation>
    </message>
    <message>
        <source>No drill has these letters.</source>
        <translation>この文字を含む訓練はありません。</translation>
    </message>
    <message>
        <source>%1 · steps: %2 · checks: %3 · own seed %4</source>
        <extracomment>length, how many steps, how many checks, number</extracomment>
        <translation>%1 · ステップ：%2 · チェック：%3 · 既定シード%4</translation>
    </message>
</context>
<context>
    <name>sb::DrillProgressCard</name>
    <message>
        <source>Steps of the drill</source>
        <translation>訓練のステップ</translation>
    </message>
    <message>
        <source>Checks of the drill</source>
        <translation>訓練のチェック</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Show its &amp;event</source>
        <translation>イベントを表示(&amp;E)</translation>
    </message>
    <message>
        <source>Run again with another &amp;seed</source>
        <translation>別のシードで再実行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Audit of the alarms</source>
        <translation>アラーム監査(&amp;A)</translation>
    </message>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指示</translation>
    </message>
    <message>
        <source>This run follows no drill. Choose one and start it.</source>
        <translation>この実行は訓練に従っていません。訓練を選択して開始してください。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>The checks of a drill are judged while it runs, and for good at its end.</source>
        <translation>訓練のチェックは実行中に判定され、終了時に確定します。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Against its target</source>
        <translation>目標との対比</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>This run follows no drill</source>
        <translation>この実行は訓練に従っていません</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>シード%1</translation>
    </message>
    <message>
        <source>Next in %1: %2</source>
        <extracomment>a time such as &quot;1 min 20 s&quot;, then an order in the program&apos;s own words</extracomment>
        <translation>次は%1後：%2</translation>
    </message>
    <message>
        <source>All steps are done; judged in %1</source>
        <translation>全ステップ完了、あと%1で判定</translation>
    </message>
    <message>
        <source>At its end; the last checks are being judged</source>
        <translation>終了時点：最後のチェックを判定中</translation>
    </message>
    <message>
        <source>Passed: every check holds. The run goes on</source>
        <translation>合格：すべてのチェックを満たしています。実行は続きます</translation>
    </message>
    <message>
        <source>Failed: %1 of %2 checks do not hold. The run goes on</source>
        <translation>不合格：%2件中%1件のチェックを満たしていません。実行は続きます</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>目標なし</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>目標：%1</translation>
    </message>
    <message>
        <source>met: %1</source>
        <translation>達成：%1</translation>
    </message>
    <message>
        <source>missed: %1</source>
        <translation>未達：%1</translation>
    </message>
</context>
<context>
    <name>sb::Drills</name>
    <message>
        <source>easy</source>
        <extracomment>of a drill</extracomment>
        <translation>初級</translation>
    </message>
    <message>
        <source>medium</source>
        <extracomment>of a drill</extracomment>
        <translation>中級</translation>
    </message>
    <message>
        <source>hard</source>
        <extracomment>of a drill</extracomment>
        <translation>上級</translation>
    </message>
    <message>
        <source>due</source>
        <extracomment>a step of a drill whose time has not come</extracomment>
        <translation>予定</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>passes so far</source>
        <extracomment>a check of a drill, before its end</extracomment>
        <translation>ここまで合格</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未達</translation>
    </message>
</context>
<context>
    <name>sb::DrillsPage</name>
    <message>
        <source>Drills</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Views of the drill</source>
        <translation>訓練の表示</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この実行</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>反復</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what kind of failure, then the reason</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The drills were not read</source>
        <translation>訓練を読み込めませんでした</translation>
    </message>
    <message>
        <source>Open drill</source>
        <translation>訓練を開く</translation>
    </message>
    <message>
        <source>Drills (*.toml)</source>
        <translation>訓練 (*.toml)</translation>
    </message>
    <message>
        <source>Drawn from seed %1. Run it, change it or save it.</source>
        <translation>シード%1から作成しました。実行、変更、保存ができます。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>コピー完了：%1</translation>
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
        <translation>番号</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>仮想時刻</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重大度</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
</context>
<context>
    <name>sb::ExplainPanel</name>
    <message>
        <source>Explanation of the decision</source>
        <translation>判断の説明</translation>
    </message>
    <message>
        <source>Close explanation</source>
        <translation>説明を閉じる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
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
        <translation>候補</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>受入率</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>The way through the records</source>
        <translation>レコードの評価経路</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Checkers that say healthy, of all; more than 18 % must</source>
        <translation>正常と判定したチェッカー数/全数。18%を超える必要があります</translation>
    </message>
    <message>
        <source>The share of its natural answers that the region may receive, as of now</source>
        <translation>本来の応答のうち、現在このリージョンが受け取れる割合</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✕ struck out: %1</source>
        <translation>✕ 候補外：%1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>%1 cannot be tried</source>
        <translation>%1では試行できません</translation>
    </message>
    <message>
        <source>%1 would now be answered %2, kept for %3.</source>
        <translation>いま%1が問い合わせると%2が返り、%3の間保持されます。</translation>
    </message>
    <message>
        <source>Its resolver holds nothing.</source>
        <translation>リゾルバーは何も保持していません。</translation>
    </message>
    <message>
        <source>Its resolver holds the same.</source>
        <translation>リゾルバーも同じものを保持しています。</translation>
    </message>
    <message>
        <source>Its resolver still holds %1.</source>
        <translation>リゾルバーはまだ%1を保持しています。</translation>
    </message>
    <message>
        <source>With everything healthy: the same.</source>
        <translation>すべて正常なら：同じ。</translation>
    </message>
    <message>
        <source>With everything healthy: %1.</source>
        <translation>すべて正常なら：%1。</translation>
    </message>
    <message>
        <source>Tried: %1 for %2</source>
        <translation>試行：%2への応答%1</translation>
    </message>
</context>
<context>
    <name>sb::FailBackProgress</name>
    <message>
        <source>Fail back progress</source>
        <translation>フェイルバックの進捗</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 · %2 to arrive</source>
        <translation>%1 · %2が未着</translation>
    </message>
</context>
<context>
    <name>sb::FaultChip</name>
    <message>
        <source>%1 Drag it onto the map, or press it to apply it to the selection.</source>
        <translation>%1地図にドラッグするか、押して選択対象に適用します。</translation>
    </message>
</context>
<context>
    <name>sb::FaultConfirm</name>
    <message>
        <source>Leave it</source>
        <translation>離れる</translation>
    </message>
    <message>
        <source>Nothing is broken (Esc)</source>
        <translation>障害を起こさずに戻ります (Esc)</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <extracomment>%1 is a fault with its place: &quot;Region outage, Ireland&quot;</extracomment>
        <translation>確定：%1</translation>
    </message>
</context>
<context>
    <name>sb::FaultPalette</name>
    <message>
        <source>Faults to drag onto the map</source>
        <translation>地図にドラッグする障害</translation>
    </message>
    <message>
        <source>Break something</source>
        <translation>障害を起こす</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>more kinds of faults</extracomment>
        <translation>その他</translation>
    </message>
    <message>
        <source>More faults</source>
        <translation>その他の障害</translation>
    </message>
    <message>
        <source>Five more faults; all of them are in the menu of a region.</source>
        <translation>ほかに5種類の障害。すべてリージョンのメニューにあります。</translation>
    </message>
    <message>
        <source>&amp;Ends after</source>
        <translation>終了まで(&amp;E)</translation>
    </message>
    <message>
        <source>Fault ends by itself after</source>
        <translation>障害が自動で終了するまで</translation>
    </message>
</context>
<context>
    <name>sb::FollowCard</name>
    <message>
        <source>Browsers</source>
        <translation>ブラウザー</translation>
    </message>
    <message>
        <source>Browsers, stale resolver</source>
        <translation>ブラウザー、古いリゾルバー</translation>
    </message>
    <message>
        <source>Programs, one lookup</source>
        <translation>プログラム、名前解決1回</translation>
    </message>
    <message>
        <source>Programs, kept connections</source>
        <translation>プログラム、接続維持</translation>
    </message>
    <message>
        <source>Follow a customer</source>
        <translation>顧客を追跡</translation>
    </message>
    <message>
        <source>Calls of the customer, newest first</source>
        <translation>顧客の呼び出し、新しい順</translation>
    </message>
    <message>
        <source>Number of a customer, such as 7</source>
        <translation>顧客の番号、例：7</translation>
    </message>
    <message>
        <source>Customer to follow</source>
        <translation>追跡する顧客</translation>
    </message>
    <message>
        <source>or somebody in</source>
        <translation>または都市から</translation>
    </message>
    <message>
        <source>City of the customer who is offered</source>
        <translation>候補に出す顧客の都市</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼び出し</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>%1を追跡</translation>
    </message>
    <message>
        <source>nobody now</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>A customer is a number from 1 on, such as 7.</source>
        <translation>顧客は1以上の番号です（例：7）。</translation>
    </message>
    <message>
        <source>Waiting for the customer&apos;s next call …</source>
        <translation>顧客の次の呼び出しを待っています…</translation>
    </message>
    <message>
        <source>No call yet. A customer of this number may not be in the shop now.</source>
        <translation>呼び出しはまだありません。この番号の顧客は現在ショップにいない可能性があります。</translation>
    </message>
    <message>
        <source>Type a customer&apos;s number, or follow somebody of a city, then break a region: the calls show where the customer moves.</source>
        <translation>顧客の番号を入力するか、都市の顧客を追跡してから、リージョンに障害を起こしてください。顧客の移動先が呼び出しに現れます。</translation>
    </message>
    <message>
        <source>Nobody of the number %1 is in the shop now; the next visit will be followed.</source>
        <translation>番号%1の顧客は現在ショップにいません。次の訪問から追跡します。</translation>
    </message>
    <message>
        <source>Customer %1 in %2; the next call leads nowhere</source>
        <translation>顧客%1（%2）、次の呼び出しの行き先はありません</translation>
    </message>
    <message>
        <source>Customer %1 in %2; the next call goes to %3</source>
        <translation>顧客%1（%2）、次の呼び出しは%3へ</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>行き先なし</translation>
    </message>
    <message>
        <source>moved to %1</source>
        <extracomment>the region that a customer&apos;s calls go to from here on</extracomment>
        <translation>%1へ移動</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>応答なし</translation>
    </message>
</context>
<context>
    <name>sb::ForecastCard</name>
    <message>
        <source>What if this were done now?</source>
        <translation>いま実施したらどうなるか？</translation>
    </message>
    <message>
        <source>&amp;Forecast</source>
        <translation>予測(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>CSVでコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Runs many futures of this very moment, with other chance in each, while the run goes on untouched. A cell says the median and from p5 to p95 of the futures; its bar reaches from the least to the most. The latest three forecasts stand side by side.</source>
        <translation>現在の時点から、乱数だけを変えた多数の未来を試します。いまの実行には影響しません。セルは中央値とp5～p95、バーは最小から最大までを示します。最新3件の予測が並びます。</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>何もしない</translation>
    </message>
    <message>
        <source>the region fails</source>
        <translation>リージョンがダウン</translation>
    </message>
    <message>
        <source>the region is lost with its store</source>
        <translation>リージョンをストアごと喪失</translation>
    </message>
    <message>
        <source>the region is shifted away from</source>
        <translation>リージョンから退避</translation>
    </message>
    <message>
        <source>the region is failed back</source>
        <translation>リージョンをフェイルバック</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>実施内容</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source> futures</source>
        <translation> 通りの未来</translation>
    </message>
    <message>
        <source>Number of futures</source>
        <translation>未来の数</translation>
    </message>
    <message>
        <source> min ahead</source>
        <translation> 分先まで</translation>
    </message>
    <message>
        <source>How far ahead, in minutes</source>
        <translation>予測する長さ（分）</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1がダウン</translation>
    </message>
    <message>
        <source>%1 is lost</source>
        <translation>%1を喪失</translation>
    </message>
    <message>
        <source>Shift away from %1</source>
        <translation>%1から退避</translation>
    </message>
    <message>
        <source>%1 is failed back</source>
        <translation>%1をフェイルバック</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>何もしない</translation>
    </message>
    <message>
        <source>%1
at %2, %3 futures of %4</source>
        <extracomment>what is done, then when, how many futures, how long</extracomment>
        <translation>%1
%2時点、%4先まで%3通り</translation>
    </message>
</context>
<context>
    <name>sb::ForecastTable</name>
    <message>
        <source>Interruption (RTO)</source>
        <translation>中断 (RTO)</translation>
    </message>
    <message>
        <source>First alarm after</source>
        <translation>最初のアラームまで</translation>
    </message>
    <message>
        <source>Writes at risk (RPO)</source>
        <translation>消失リスクの書き込み (RPO)</translation>
    </message>
    <message>
        <source>Money at risk</source>
        <translation>消失リスクの金額</translation>
    </message>
    <message>
        <source>Oldest write at risk</source>
        <translation>最古の消失リスク</translation>
    </message>
    <message>
        <source>Writes lost for good</source>
        <translation>復元不能な書き込み</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>失敗リクエスト</translation>
    </message>
    <message>
        <source>Refused as too busy</source>
        <translation>過負荷による拒否</translation>
    </message>
    <message>
        <source>Units oversold</source>
        <translation>売り越し数</translation>
    </message>
    <message>
        <source>Peak load</source>
        <translation>最大負荷</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>すべて%1</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <extracomment>median of a distribution, then its 5th and 95th percentile</extracomment>
        <translation>%1 (%2～%3)</translation>
    </message>
    <message>
        <source>in %1 of %2 futures</source>
        <translation>%2通り中%1通り</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2
least %3, p5 %4, p50 %5, p95 %6, most %7</source>
        <translation>%1：%2
最小%3、p5 %4、p50 %5、p95 %6、最大%7</translation>
    </message>
</context>
<context>
    <name>sb::FramedPage</name>
    <message>
        <source>Show as table</source>
        <translation>表で表示</translation>
    </message>
    <message>
        <source>The same values as a table (%1)</source>
        <translation>同じ値を表で示します (%1)</translation>
    </message>
</context>
<context>
    <name>sb::FunnelBars</name>
    <message>
        <source>Visits</source>
        <translation>訪問</translation>
    </message>
    <message>
        <source>Browsed</source>
        <translation>閲覧</translation>
    </message>
    <message>
        <source>With a cart</source>
        <translation>カートあり</translation>
    </message>
    <message>
        <source>At checkout</source>
        <translation>購入手続き</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>How far visits get, last minute</source>
        <translation>訪問の到達段階、直近1分</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No visit ended in the last minute. Resume the run to see how far visits get.</source>
        <translation>直近1分に終わった訪問はありません。実行を再開すると到達段階が表示されます。</translation>
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
        <translation>インシデント</translation>
    </message>
    <message>
        <source>Events in the range</source>
        <translation>範囲内のイベント</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Of the run</source>
        <translation>実行経過</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>No events in this range: zoom out with S, or look for another text.</source>
        <translation>この範囲にイベントはありません。Sで縮小するか、別の語句で検索してください。</translation>
    </message>
    <message>
        <source>Find in events</source>
        <translation>イベントを検索</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Keep the present in view (End)</source>
        <translation>常に現在を表示します (End)</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Which tracks are shown, and which are pinned to the top</source>
        <translation>表示するトラックと、上部にピン留めするトラック</translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation>フラグ…</translation>
    </message>
    <message>
        <source>Sets a flag of your own on the ruler; it is not part of the record (B)</source>
        <translation>ルーラーに独自のフラグを立てます。記録には含まれません (B)</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>メモ…</translation>
    </message>
    <message>
        <source>Writes one line of yours into the incident record, as of now</source>
        <translation>インシデント記録に、現時点のメモを1行書き込みます</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>Lays the recording of another run under this one, over the same axis</source>
        <translation>別の実行の記録を、この実行の下に同じ軸で並べます</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>フラグを削除</translation>
    </message>
    <message>
        <source>%1 found</source>
        <extracomment>how many events hold the text that is looked for</extracomment>
        <translation>%1件</translation>
    </message>
    <message>
        <source>Show track %1</source>
        <translation>トラック%1を表示</translation>
    </message>
    <message>
        <source>Hide track %1</source>
        <translation>トラック%1を非表示</translation>
    </message>
    <message>
        <source>Usual order, all shown</source>
        <translation>標準の順序、すべて表示</translation>
    </message>
    <message>
        <source>Usual order of tracks</source>
        <translation>トラックの標準の順序</translation>
    </message>
    <message>
        <source>Set flag</source>
        <translation>フラグを立てる</translation>
    </message>
    <message>
        <source>Rename flag</source>
        <translation>フラグの名前を変更</translation>
    </message>
    <message>
        <source>What the flag at %1 says:</source>
        <translation>%1のフラグの文言：</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>One line for the incident record:</source>
        <translation>インシデント記録に残す1行：</translation>
    </message>
    <message>
        <source>Compare with a session</source>
        <translation>セッションと比較</translation>
    </message>
    <message>
        <source>Signalbox sessions (*.signalbox)</source>
        <translation>Signalboxセッション (*.signalbox)</translation>
    </message>
    <message>
        <source>Not compared. %1: %2</source>
        <extracomment>what kind of failure, then the file and the reason</extracomment>
        <translation>比較していません。%1：%2</translation>
    </message>
</context>
<context>
    <name>sb::IncidentText</name>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Seconds of the run</source>
        <translation>実行の経過秒</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重大度</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration, %3 its target</extracomment>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>%1k</source>
        <extracomment>thousands of events in one narrow box: &quot;12k&quot;</extracomment>
        <translation>%1k</translation>
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
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1, no events in view</source>
        <extracomment>a track of the incident page: its name, how many events are in view, the worst of their severities</extracomment>
        <translation>%1、表示範囲にイベントなし</translation>
    </message>
    <message>
        <source>%1, %2 in view, worst: %3</source>
        <translation>%1、表示範囲に%2、最大：%3</translation>
    </message>
    <message>
        <source>as many failed checks as the threshold wants</source>
        <translation>しきい値に必要なチェックの失敗回数</translation>
    </message>
    <message>
        <source>time to live of the DNS answers</source>
        <translation>DNS応答の有効期間（TTL）</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>目標なし</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>復旧</translation>
    </message>
    <message>
        <source>objective of the run, from the first error that users saw</source>
        <translation>ユーザーに見える最初のエラーからの、この実行の目標</translation>
    </message>
    <message>
        <source>Oldest at risk</source>
        <translation>最古の消失リスク</translation>
    </message>
    <message>
        <source>objective of the run for the replication lag</source>
        <translation>レプリケーションラグに対する、この実行の目標</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>no samples</source>
        <extracomment>of the greatest values of each second: the least, the greatest, their mean</extracomment>
        <translation>サンプルなし</translation>
    </message>
    <message>
        <source>%1 … %2, mean %3</source>
        <translation>%1…%2、平均%3</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>イベント</translation>
    </message>
    <message>
        <source>Faults active</source>
        <translation>発生中の障害</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Errors by second</source>
        <translation>毎秒のエラー</translation>
    </message>
    <message>
        <source>Lag by second</source>
        <translation>毎秒のラグ</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>失敗リクエスト</translation>
    </message>
    <message>
        <source>Routing decisions</source>
        <translation>ルーティング判断</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Writes at risk</source>
        <translation>消失リスクの書き込み</translation>
    </message>
    <message>
        <source>Writes overwritten</source>
        <translation>上書きされた書き込み</translation>
    </message>
    <message>
        <source>Writes lost</source>
        <translation>消失した書き込み</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <extracomment>the longest time without any event: how long, and from when</extracomment>
        <translation>最長の空白</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1、%2から</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Orders at risk</source>
        <translation>消失リスクの注文</translation>
    </message>
    <message>
        <source>0 … %1 %</source>
        <translation>0…%1%</translation>
    </message>
    <message>
        <source>0.1 … 100 s, log.</source>
        <translation>0.1…100秒、対数</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>オペレーター</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Region states</source>
        <translation>リージョンの状態</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>ルーティング</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>レプリケーションラグ</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Plans and drill</source>
        <translation>プランと訓練</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Commands, accepted or refused, and fail-backs from start to end</source>
        <translation>受理または拒否されたコマンドと、フェイルバックの開始から終了まで</translation>
    </message>
    <message>
        <source>Each fault from its injection to its reversal</source>
        <translation>各障害の注入から解除まで</translation>
    </message>
    <message>
        <source>The state of each region, and what was ordered about it</source>
        <translation>各リージョンの状態と、それに関する指示</translation>
    </message>
    <message>
        <source>Regions that checkers found red, and each checker that changed its mind</source>
        <translation>チェッカーが赤と判定したリージョンと、判定を変えた各チェッカー</translation>
    </message>
    <message>
        <source>Shares of the DNS answers by region, and what steered them</source>
        <translation>リージョン別のDNS応答の割合と、それを動かしたもの</translation>
    </message>
    <message>
        <source>Failed requests, the greatest share in each second</source>
        <translation>失敗リクエスト、各秒の最大の割合</translation>
    </message>
    <message>
        <source>The greatest lag over all pairs in each second, in its source&apos;s colour</source>
        <translation>各秒の全ペア中の最大ラグ、送信元の色で表示</translation>
    </message>
    <message>
        <source>Conflicts between regions, and what became of writes at risk</source>
        <translation>リージョン間の競合と、消失リスクのあった書き込みの結末</translation>
    </message>
    <message>
        <source>Recovery plans with their steps, and the checks of a drill</source>
        <translation>復旧プランとそのステップ、訓練のチェック</translation>
    </message>
    <message>
        <source>What people wrote into the record</source>
        <translation>人が記録に書き込んだもの</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>restoration of service against its objective: how long it took (or has taken), the objective</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Calendar, UTC</source>
        <translation>暦、UTC</translation>
    </message>
    <message>
        <source>Time of the run</source>
        <translation>実行の経過時間</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>%1 older events not kept</source>
        <translation>古いイベント%1件は保持されていません</translation>
    </message>
    <message>
        <source>%1 Selected: %2 to %3.</source>
        <translation>%1 選択中：%2から%3。</translation>
    </message>
</context>
<context>
    <name>sb::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
</context>
<context>
    <name>sb::JournalView</name>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>ジャーナル</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>語句で絞り込み</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>イベントを絞り込み</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>最低重大度</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>全重大度</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>Keeps the newest event in view</source>
        <translation>常に最新のイベントを表示します</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>CSVでコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the rows shown as comma-separated values</source>
        <translation>表示中の行をCSV形式でコピーします</translation>
    </message>
    <message>
        <source>Journal of events</source>
        <translation>イベントのジャーナル</translation>
    </message>
    <message>
        <source>%1 of %2 events, older ones only in the record</source>
        <translation>%2件中%1件、古いイベントは記録のみ</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>イベント%2件中%1件</translation>
    </message>
</context>
<context>
    <name>sb::LadderView</name>
    <message>
        <source>Positions in the source&apos;s log: written %1, sent %2, applied %3</source>
        <translation>送信元ログ内の位置：書き込み%1、送信%2、適用%3</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>適用</translation>
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
        <translation>現在は処理能力の%1、最も負荷の高い他リージョンの分も引き受けると%2</translation>
    </message>
</context>
<context>
    <name>sb::MainWindow</name>
    <message>
        <source>Start drill: %1</source>
        <translation>訓練を開始：%1</translation>
    </message>
    <message>
        <source>Ends this run and starts the drill; %1</source>
        <translation>この実行を終えて訓練を開始します。%1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Confirm: start %1</source>
        <translation>確定：%1を開始</translation>
    </message>
    <message>
        <source>%1 does not fit the selection. Select a region on the map first, or drag the fault onto it.</source>
        <translation>%1は選択対象に適用できません。先に地図でリージョンを選択するか、障害を対象にドラッグしてください。</translation>
    </message>
    <message>
        <source>Signalbox sessions (*.signalbox)</source>
        <translation>Signalboxセッション (*.signalbox)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what kind of failure, then the reason</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>セッションを開く</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Export incident record</source>
        <translation>インシデント記録を書き出す</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>キャンセル：%1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出し完了：%1</translation>
    </message>
    <message>
        <source>No session opened yet</source>
        <translation>開いたセッションはありません</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Starts a new run with the present regions and %1</source>
        <translation>現在のリージョンと%1で新しい実行を開始します</translation>
    </message>
    <message>
        <source>All regions run already</source>
        <translation>全リージョンが稼働しています</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Signalboxについて</translation>
    </message>
    <message>
        <source>&lt;b&gt;Signalbox %1&lt;/b&gt;&lt;br&gt;Control room for a service that runs in several cloud regions.</source>
        <translation>&lt;b&gt;Signalbox %1&lt;/b&gt;&lt;br&gt;複数のクラウドリージョンで稼働するサービスのコントロールルーム。</translation>
    </message>
    <message>
        <source>Licensed under the GNU General Public License, version 3 or later.

Coastlines: Natural Earth, public domain. Cities: GeoNames, CC BY 4.0. Books: Project Gutenberg. Round trips: cloudping.co.</source>
        <translation>GNU General Public Licenseバージョン3以降でライセンスされています。

海岸線：Natural Earth、パブリックドメイン。都市：GeoNames、CC BY 4.0。書籍：Project Gutenberg。往復時間：cloudping.co。</translation>
    </message>
    <message>
        <source>%1, seed %2 – Signalbox</source>
        <extracomment>title of the window: name of the run, seed</extracomment>
        <translation>%1、シード%2 – Signalbox</translation>
    </message>
    <message>
        <source>Not acknowledged: %1</source>
        <extracomment>alarms that nobody has acknowledged; then their number</extracomment>
        <translation>未確認：%1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1を復旧</translation>
    </message>
    <message>
        <source>Reverses every fault of the region and its links</source>
        <translation>リージョンとそのリンクの障害をすべて元に戻します</translation>
    </message>
    <message>
        <source>Abort fail back of %1</source>
        <translation>%1のフェイルバックを中止</translation>
    </message>
    <message>
        <source>The region is held out again</source>
        <translation>リージョンは再び除外されます</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>%1をフェイルバック</translation>
    </message>
    <message>
        <source>%1 is serving</source>
        <translation>%1は稼働中です</translation>
    </message>
    <message>
        <source>Fail back %1: waits for %2</source>
        <translation>%1をフェイルバック：%2待ち</translation>
    </message>
    <message>
        <source>Catches up, verifies, then brings users back in steps</source>
        <translation>追いつきと検証の後、ユーザーを段階的に戻します</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>メモを追加</translation>
    </message>
    <message>
        <source>One line for the incident record:</source>
        <translation>インシデント記録に残す1行：</translation>
    </message>
    <message>
        <source>Drag “%1” onto %2</source>
        <translation>「%1」を%2にドラッグ</translation>
    </message>
    <message>
        <source>it does not apply at present</source>
        <translation>この状態では使えません</translation>
    </message>
    <message>
        <source>Confirm: clear all faults</source>
        <translation>確定：全障害を解除</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
    <message>
        <source>Re-simulates the recorded session and goes on from its end</source>
        <translation>記録済みセッションを再シミュレートし、その終わりから続行します</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>%1を選択</translation>
    </message>
    <message>
        <source>%1 in the inspector and on every page</source>
        <translation>インスペクターと全ページに%1を表示します</translation>
    </message>
    <message>
        <source>%1 has no fault</source>
        <translation>%1に障害はありません</translation>
    </message>
    <message>
        <source>%1 is not ready</source>
        <translation>%1は準備中です</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>%1待ち</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out again</source>
        <translation>確定：%1を再び除外</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>確定：%1をフェイルバック</translation>
    </message>
    <message>
        <source>%1 Ends by itself after %2.</source>
        <extracomment>what a fault does (a sentence), when it ends</extracomment>
        <translation>%1%2後に自動で終了します。</translation>
    </message>
    <message>
        <source>fail break inject</source>
        <translation>障害 故障 停止 注入 fail break inject</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>確定：%1</translation>
    </message>
    <message>
        <source>Evaluate plan: %1</source>
        <translation>プランを評価：%1</translation>
    </message>
    <message>
        <source>The pre-flight: would the plan go through now?</source>
        <translation>事前チェック：いまプランを実行したら成功するか</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Start plan: %1, %2</source>
        <extracomment>title of a plan, name of the region that it acts on</extracomment>
        <translation>プランを開始：%1、%2</translation>
    </message>
    <message>
        <source>Executes the plan step by step; the routing page shows it</source>
        <translation>プランを順に実行します。経過はルーティングページに表示されます</translation>
    </message>
    <message>
        <source>it is in progress</source>
        <translation>実行中です</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>サイドパネル</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>サイドパネルを表示</translation>
    </message>
    <message>
        <source>Hide the side panel</source>
        <translation>サイドパネルを非表示</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>レイアウトをリセット</translation>
    </message>
</context>
<context>
    <name>sb::MapStage</name>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Regions on the map</source>
        <translation>地図上のリージョン</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>リング</translation>
    </message>
    <message>
        <source>Regions on a ring</source>
        <translation>リング上のリージョン</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Ends by itself after %1. Esc leaves it.</source>
        <translation>%1後に自動で終了します。Escで取り消します。</translation>
    </message>
</context>
<context>
    <name>sb::MatrixView</name>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>orders that would be lost, and their value</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Replication matrix, sources by targets</source>
        <translation>レプリケーション行列、送信元と送信先</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1自身</translation>
    </message>
    <message>
        <source>%1 to %2, no data</source>
        <translation>%1から%2、データなし</translation>
    </message>
    <message>
        <source>%1 op</source>
        <extracomment>changes that wait to be applied, in a narrow cell</extracomment>
        <translation>%1件</translation>
    </message>
    <message>
        <source>%1 /min</source>
        <extracomment>conflicts a minute, in a narrow cell</extracomment>
        <translation>%1/分</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>%1 · %2 op</source>
        <translation>%1 · %2件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>Lost if it died now</source>
        <translation>いま失われた場合の消失</translation>
    </message>
    <message>
        <source>%1 op, oldest %2</source>
        <extracomment>writes that would be lost, age of the oldest</extracomment>
        <translation>%1件、最古%2</translation>
    </message>
    <message>
        <source>One region has nobody to copy to. Start a run with one more region from the File menu.</source>
        <translation>リージョンが1つではコピー先がありません。［ファイル］メニューから、リージョンを1つ加えて実行を開始してください。</translation>
    </message>
    <message>
        <source>%1. Trend: %2. Waiting: %3, to be drained: %4. Objective: %5.</source>
        <translation>%1。傾向：%2。未適用：%3、消化：%4。目標：%5。</translation>
    </message>
</context>
<context>
    <name>sb::Minimap</name>
    <message>
        <source>Overview of the run</source>
        <translation>実行の全体図</translation>
    </message>
    <message>
        <source>The whole run. Drag the frame to move what the tracks show, its edges to resize it.</source>
        <translation>実行全体です。枠をドラッグするとトラックの表示範囲が移動し、端をドラッグすると幅が変わります。</translation>
    </message>
    <message>
        <source>Shows %1 to %2 of a run of %3</source>
        <extracomment>the overview of a run: what the tracks show of it</extracomment>
        <translation>全長%3の実行のうち%1から%2を表示</translation>
    </message>
</context>
<context>
    <name>sb::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>sb::NoticeBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>sb::OutcomeHistogram</name>
    <message>
        <source>Distribution of the interruptions</source>
        <translation>中断時間の分布</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <extracomment>two lengths of time, then how many runs</extracomment>
        <translation>%1から%2：%3</translation>
    </message>
</context>
<context>
    <name>sb::Pages</name>
    <message>
        <source>&amp;Routing</source>
        <translation>ルーティング(&amp;R)</translation>
    </message>
    <message>
        <source>Where requests go and why: controls, shares, plans, decisions, forecasts</source>
        <translation>リクエストの行き先とその理由：コントロール、配分、プラン、判断、予測</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>リージョン(&amp;G)</translation>
    </message>
    <message>
        <source>Why a region is in its state</source>
        <translation>リージョンがその状態にある理由</translation>
    </message>
    <message>
        <source>Re&amp;plication</source>
        <translation>複製(&amp;P)</translation>
    </message>
    <message>
        <source>What would be lost if a region died now</source>
        <translation>いまリージョンが失われた場合に消失するもの</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>データ(&amp;D)</translation>
    </message>
    <message>
        <source>Do the copies agree, and who won?</source>
        <translation>コピーは一致しているか、どちらが採用されたか</translation>
    </message>
    <message>
        <source>Traff&amp;ic</source>
        <translation>トラフィック(&amp;I)</translation>
    </message>
    <message>
        <source>What users experience</source>
        <translation>ユーザーの体感</translation>
    </message>
    <message>
        <source>&amp;Alarms</source>
        <translation>アラーム(&amp;A)</translation>
    </message>
    <message>
        <source>What asks for an action, why, and how long there is</source>
        <translation>対応が必要なもの、その理由と猶予時間</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>インシデント(&amp;I)</translation>
    </message>
    <message>
        <source>What happened, in which order, and how long it took</source>
        <translation>何が、どの順に起き、どれだけかかったか</translation>
    </message>
    <message>
        <source>Dri&amp;lls</source>
        <translation>訓練(&amp;L)</translation>
    </message>
    <message>
        <source>Are we as resilient as we claim? Drills with steps, checks and a score</source>
        <translation>想定どおりの耐障害性があるか。ステップ、チェック、スコアのある訓練</translation>
    </message>
    <message>
        <source>Rep&amp;orts</source>
        <translation>レポート(&amp;O)</translation>
    </message>
    <message>
        <source>What we hand over: the report of the incident, in every format</source>
        <translation>受け渡すもの：各形式のインシデントレポート</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>Look, motion, speed and times; the layout; settings as a file</source>
        <translation>外観、動き、速度と時間、レイアウト、設定ファイル</translation>
    </message>
</context>
<context>
    <name>sb::PairCard</name>
    <message>
        <source>Chosen pair</source>
        <translation>選択中のペア</translation>
    </message>
    <message>
        <source>Lag and what waits</source>
        <translation>ラグと待ち</translation>
    </message>
    <message>
        <source>Conflicts, link and objects</source>
        <translation>競合、リンク、オブジェクト</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1から%2</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see what waits between its regions.</source>
        <translation>行列のセルを選択すると、リージョン間の待ちが表示されます。</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>目標%1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>消化</translation>
    </message>
    <message>
        <source>progress %1 ago</source>
        <translation>%1前に進行</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>毎分%1件</translation>
    </message>
    <message>
        <source>found at %1</source>
        <translation>検出元：%1</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>%1 added each way</source>
        <translation>片道%1を追加</translation>
    </message>
    <message>
        <source>no delay added</source>
        <translation>遅延の追加なし</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>待ち%1件</translation>
    </message>
    <message>
        <source>rule is off</source>
        <translation>ルールはオフ</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>%1 late, %2 failed</source>
        <translation>遅延%1件、失敗%2件</translation>
    </message>
    <message>
        <source>Pause %1…</source>
        <translation>%1を一時停止…</translation>
    </message>
    <message>
        <source>Confirm: %1 ships and pulls nothing</source>
        <translation>確定：%1の変更の送受信を停止</translation>
    </message>
    <message>
        <source>Cut this direction…</source>
        <translation>この方向を切断…</translation>
    </message>
    <message>
        <source>Confirm: cut %1 to %2</source>
        <translation>確定：%1から%2を切断</translation>
    </message>
    <message>
        <source>Cut both ways…</source>
        <translation>双方向を切断…</translation>
    </message>
    <message>
        <source>Confirm: cut %1 and %2 apart</source>
        <translation>確定：%1と%2を相互に切断</translation>
    </message>
    <message>
        <source>No fault to clear</source>
        <translation>解除する障害なし</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n fault(s) here</source>
        <translation>
            <numerusform>この箇所の障害%n件を解除</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::PartButton</name>
    <message>
        <source>Break: %1</source>
        <extracomment>a part of a region: &quot;Gateway&quot;</extracomment>
        <translation>障害を起こす：%1</translation>
    </message>
    <message>
        <source>%1: press to choose a fault of this part, or drop one here.</source>
        <extracomment>a part of a region: &quot;Gateway&quot;</extracomment>
        <translation>%1：押してこの部分の障害を選択するか、ここに障害をドロップします。</translation>
    </message>
</context>
<context>
    <name>sb::PartRow</name>
    <message>
        <source>Parts of the region</source>
        <translation>リージョンの構成部分</translation>
    </message>
</context>
<context>
    <name>sb::Perspective</name>
    <message>
        <source>&amp;Watch</source>
        <translation>監視(&amp;W)</translation>
    </message>
    <message>
        <source>The map wide, with charts and timeline below</source>
        <translation>地図を広く、下にチャートとタイムライン</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>運用(&amp;O)</translation>
    </message>
    <message>
        <source>Routing, with the inspector and the decisions beside it</source>
        <translation>ルーティング、横にインスペクターと判断</translation>
    </message>
    <message>
        <source>&amp;Investigate</source>
        <translation>調査(&amp;I)</translation>
    </message>
    <message>
        <source>What happened, in which order: the timeline wide</source>
        <translation>何がどの順に起きたか：タイムラインを広く</translation>
    </message>
</context>
<context>
    <name>sb::PlansCard</name>
    <message>
        <source>about to start</source>
        <translation>開始直前</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>paused: a step failed</source>
        <translation>一時停止：ステップが失敗</translation>
    </message>
    <message>
        <source>paused by the operator</source>
        <translation>オペレーターが一時停止</translation>
    </message>
    <message>
        <source>waits for an approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>steps done, waits for health</source>
        <translation>全ステップ完了、正常化待ち</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>completed with exceptions</source>
        <translation>例外ありで完了</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>タイムアウト</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>Recovery plans</source>
        <translation>復旧プラン</translation>
    </message>
    <message>
        <source>This run knows no recovery plans.</source>
        <translation>この実行に復旧プランはありません。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>プラン</translation>
    </message>
    <message>
        <source>Region that the plan acts on</source>
        <translation>プランの対象リージョン</translation>
    </message>
    <message>
        <source>The region that the plan acts on, where the plan leaves it open</source>
        <translation>プランで対象が指定されていない場合の対象リージョン</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>acts on</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>実行%1</translation>
    </message>
    <message>
        <source>for %1 so far</source>
        <translation>%1経過</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>所要%1</translation>
    </message>
    <message>
        <source>recovered after %1</source>
        <translation>復旧まで%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Pre-flight passed</source>
        <translation>事前チェック合格</translation>
    </message>
    <message>
        <source>Pre-flight: action required</source>
        <translation>事前チェック：対応が必要</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Confirm: start %1</source>
        <translation>確定：%1を開始</translation>
    </message>
    <message>
        <source>Go ungraceful</source>
        <translation>強制に切替</translation>
    </message>
    <message>
        <source>Go graceful</source>
        <translation>グレースフルに切替</translation>
    </message>
    <message>
        <source>Confirm: ungraceful from here on</source>
        <translation>確定：以後は強制実行</translation>
    </message>
    <message>
        <source>Ungraceful</source>
        <translation>強制実行</translation>
    </message>
    <message>
        <source>Confirm: %1, whatever is lost</source>
        <translation>確定：%1（消失を許容）</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Skip step</source>
        <translation>ステップ省略</translation>
    </message>
    <message>
        <source>Confirm: skip the step</source>
        <translation>確定：ステップを省略</translation>
    </message>
    <message>
        <source>Retry step</source>
        <translation>ステップ再試行</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Confirm: approve</source>
        <translation>確定：承認</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Confirm: decline</source>
        <translation>確定：却下</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Confirm: cancel the execution</source>
        <translation>確定：実行をキャンセル</translation>
    </message>
    <message>
        <source>Runs the pre-flight: would the plan go through now?</source>
        <translation>事前チェックを行います：いまプランを実行したら成功するか</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4</source>
        <extracomment>a step of a plan: its name in the plan, its kind, its state, how long it took</extracomment>
        <translation>%1（%2）：%3 %4</translation>
    </message>
</context>
<context>
    <name>sb::Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Colours of the whole window; high contrast has stronger lines and text.</source>
        <translation>ウィンドウ全体の配色。ハイコントラストでは線と文字が強調されます。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>ハイコントラスト、ライト</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>ハイコントラスト、ダーク</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>Reduced: traffic as still lines instead of moving dots.</source>
        <translation>控えめ：トラフィックを、動く点ではなく静止した線で示します。</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>フル</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>控えめ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Of the words, and of how numbers and dates are written. The run goes on.</source>
        <translation>表示言語と、数値・日付の表記。実行は続きます。</translation>
    </message>
    <message>
        <source>Fault palette</source>
        <translation>障害パレット</translation>
    </message>
    <message>
        <source>The faults to drag onto the map, at its lower edge.</source>
        <translation>地図にドラッグする障害の一覧。地図の下端に表示します。</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Regions on the map of the world, or on a ring around their users.</source>
        <translation>世界地図上のリージョン、またはユーザーを囲むリング上のリージョン。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>リング</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Time on screen</source>
        <translation>表示時間</translation>
    </message>
    <message>
        <source>Speed of a new run</source>
        <translation>新規実行の速度</translation>
    </message>
    <message>
        <source>Virtual time against real time, when a run is started or a session opened.</source>
        <translation>実行の開始時やセッションを開くときの、実時間に対する仮想時間の速度。</translation>
    </message>
    <message>
        <source>Faults end after</source>
        <translation>障害の終了まで</translation>
    </message>
    <message>
        <source>A fault that nobody clears ends by itself after this virtual time.</source>
        <translation>解除されない障害は、この仮想時間が過ぎると自動で終了します。</translation>
    </message>
    <message>
        <source>Chart range</source>
        <translation>チャート範囲</translation>
    </message>
    <message>
        <source>How far back the charts reach when the program starts.</source>
        <translation>起動時にチャートがさかのぼる長さ。</translation>
    </message>
    <message>
        <source>Window of the timeline</source>
        <translation>タイムラインの幅</translation>
    </message>
    <message>
        <source>How much virtual time the timeline shows while it follows the run.</source>
        <translation>実行に追従する間、タイムラインに表示する仮想時間の長さ。</translation>
    </message>
</context>
<context>
    <name>sb::ProvokeCard</name>
    <message>
        <source>Provoke a conflict</source>
        <translation>競合を起こす</translation>
    </message>
    <message>
        <source>Book </source>
        <translation>書籍 </translation>
    </message>
    <message>
        <source>Number of the book</source>
        <translation>書籍の番号</translation>
    </message>
    <message>
        <source>First region</source>
        <translation>1つ目のリージョン</translation>
    </message>
    <message>
        <source>Second region</source>
        <translation>2つ目のリージョン</translation>
    </message>
    <message>
        <source>€ </source>
        <extracomment>before an amount of money in a field; where the currency follows the amount: nothing</extracomment>
        <translation>€ </translation>
    </message>
    <message>
        <source>Price in the first region</source>
        <translation>1つ目のリージョンの価格</translation>
    </message>
    <message>
        <source>Price in the second region</source>
        <translation>2つ目のリージョンの価格</translation>
    </message>
    <message>
        <source>Two clerks set these prices at the same instant, before either region hears of the other. Both are told it worked; the rule of the table then keeps one.</source>
        <translation>2人の担当者が、互いのリージョンに伝わる前に同時にこれらの価格を設定します。どちらにも成功と伝わりますが、テーブルのルールにより一方だけが残ります。</translation>
    </message>
    <message>
        <source>A conflict needs two regions. Start a run with one more region from the File menu.</source>
        <translation>競合には2つのリージョンが必要です。［ファイル］メニューから、リージョンを1つ加えて実行を開始してください。</translation>
    </message>
    <message>
        <source>Choose two different regions: one region alone orders its writes.</source>
        <translation>異なる2つのリージョンを選択してください。1つのリージョン内では書き込みの順序が決まります。</translation>
    </message>
    <message>
        <source>Choose two different prices: equal ones would not show who won.</source>
        <translation>異なる2つの価格を選択してください。同じ価格では、どちらが採用されたかわかりません。</translation>
    </message>
    <message>
        <source>Set both prices…</source>
        <translation>両方の価格を設定…</translation>
    </message>
    <message>
        <source>Confirm: %1 in %2, %3 in %4</source>
        <translation>確定：%2で%1、%4で%3</translation>
    </message>
</context>
<context>
    <name>sb::RangeDrawer</name>
    <message>
        <source>Phases of the incident against their targets</source>
        <translation>インシデントのフェーズと目標</translation>
    </message>
    <message>
        <source>This run and the compared one</source>
        <translation>この実行と比較対象の実行</translation>
    </message>
    <message>
        <source>What happened in the range</source>
        <translation>範囲内の経緯</translation>
    </message>
    <message>
        <source>Events of the range by kind</source>
        <translation>範囲内のイベント、種類別</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>No incident yet. Its phases appear here with the first fault.</source>
        <translation>インシデントはまだありません。最初の障害が起きると、フェーズがここに表示されます。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>この実行</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>イベントの種類</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>No events in this range.</source>
        <translation>この範囲にイベントはありません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>目標：%1</translation>
    </message>
    <message>
        <source>Incident %1: %2</source>
        <translation>インシデント%1：%2</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>インシデントなし</translation>
    </message>
    <message>
        <source>%1: %2 in this run, %3 in the compared one</source>
        <translation>%1：この実行は%2、比較対象は%3</translation>
    </message>
    <message>
        <source>Selected: %1 to %2, %3</source>
        <translation>選択中：%1から%2、%3</translation>
    </message>
    <message>
        <source>In view: %1 to %2, %3</source>
        <translation>表示中：%1から%2、%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sb::RegionActionsCard</name>
    <message>
        <source>Act</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1の間</translation>
    </message>
    <message>
        <source>The shift expires after</source>
        <translation>退避の有効期間</translation>
    </message>
    <message>
        <source>Reason for a shift, needed</source>
        <translation>退避の理由（必須）</translation>
    </message>
    <message>
        <source>Reason for the shift</source>
        <translation>退避の理由</translation>
    </message>
    <message>
        <source>Dial %1</source>
        <translation>ダイヤル%1</translation>
    </message>
    <message>
        <source>Dial: the share of its natural answers that the region may receive</source>
        <translation>ダイヤル：本来の応答のうち、このリージョンが受け取れる割合</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>復旧…</translation>
    </message>
    <message>
        <source>Confirm: end every fault of %1</source>
        <translation>確定：%1の全障害を終了</translation>
    </message>
    <message>
        <source>%1 has no fault</source>
        <translation>%1に障害はありません</translation>
    </message>
    <message>
        <source>Abort fail back…</source>
        <translation>フェイルバック中止…</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out</source>
        <translation>確定：%1を除外</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>フェイルバック…</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>確定：%1をフェイルバック</translation>
    </message>
    <message>
        <source>Waits for: %1</source>
        <translation>待機中：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Writes need no lease in this run</source>
        <translation>この実行では書き込みにリースは不要です</translation>
    </message>
    <message>
        <source>Lift fence…</source>
        <translation>フェンス解除…</translation>
    </message>
    <message>
        <source>Confirm: %1 may write again</source>
        <translation>確定：%1の書き込みを再び許可</translation>
    </message>
    <message>
        <source>Fence…</source>
        <translation>フェンス…</translation>
    </message>
    <message>
        <source>Confirm: %1 writes for %2 more at most</source>
        <translation>確定：%1の書き込みは最長であと%2</translation>
    </message>
    <message>
        <source>Evict…</source>
        <translation>排除…</translation>
    </message>
    <message>
        <source>Confirm: %1 returns with a new copy only</source>
        <translation>確定：%1の復帰には新しいコピーが必須</translation>
    </message>
    <message>
        <source>%1 is evicted already</source>
        <translation>%1は排除済みです</translation>
    </message>
    <message>
        <source>No write waits to be settled</source>
        <translation>処置待ちの書き込みはありません</translation>
    </message>
    <message>
        <source>Replay orphans…</source>
        <translation>孤立分を再適用…</translation>
    </message>
    <message>
        <source>Confirm: offer %1 again</source>
        <translation>確定：%1を再適用</translation>
    </message>
    <message>
        <source>Discard orphans…</source>
        <translation>孤立分を破棄…</translation>
    </message>
    <message>
        <source>Confirm: lose %1</source>
        <translation>確定：%1を失う</translation>
    </message>
    <message>
        <source>Cancel shift…</source>
        <translation>退避を取り消し…</translation>
    </message>
    <message>
        <source>Confirm: users return to %1</source>
        <translation>確定：ユーザーを%1に戻す</translation>
    </message>
    <message>
        <source>Shift away…</source>
        <translation>退避…</translation>
    </message>
    <message>
        <source>Confirm: move users away from %1</source>
        <translation>確定：ユーザーを%1から退避</translation>
    </message>
    <message>
        <source>Shifted away, %1 left: %2</source>
        <translation>退避中、残り%1：%2</translation>
    </message>
    <message>
        <source>Say here why, then shift again</source>
        <translation>ここに理由を入力し、もう一度退避してください</translation>
    </message>
</context>
<context>
    <name>sb::RegionDetail</name>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What led to this state, newest first</source>
        <translation>この状態に至った経緯、新しい順</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Nothing has happened to this region yet. Break it from the map to see it change.</source>
        <translation>このリージョンにはまだ何も起きていません。地図から障害を起こすと変化が見られます。</translation>
    </message>
    <message>
        <source>Services, last 5 s</source>
        <translation>サービス、直近5秒</translation>
    </message>
    <message>
        <source>Services of the region</source>
        <translation>リージョンのサービス</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>レート</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>直近1分</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>Replication streams</source>
        <translation>レプリケーションストリーム</translation>
    </message>
    <message>
        <source>Streams of the region, both directions</source>
        <translation>リージョンのストリーム、双方向</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>消化</translation>
    </message>
    <message>
        <source>This run has no other region to replicate with.</source>
        <translation>この実行にはレプリケーション先のリージョンがありません。</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>ヘルス</translation>
    </message>
    <message>
        <source>Checks of the region</source>
        <translation>リージョンのチェック</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>票</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>No health check of its own watches this region.</source>
        <translation>このリージョンを監視する専用のヘルスチェックはありません。</translation>
    </message>
    <message>
        <source>Checkers that say healthy; the line: as many are needed</source>
        <translation>正常と判定したチェッカー。線は必要数</translation>
    </message>
    <message>
        <source>Past rounds, the newest at the right</source>
        <translation>過去のラウンド、右端が最新</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>処理能力</translation>
    </message>
    <message>
        <source>Store and writing</source>
        <translation>ストアと書き込み</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>ストア</translation>
    </message>
    <message>
        <source>Who may write</source>
        <translation>書き込み権</translation>
    </message>
    <message>
        <source>Users by origin</source>
        <translation>ユーザーの所在</translation>
    </message>
    <message>
        <source>Cities that the region serves, most requests first</source>
        <translation>リージョンが担当する都市、リクエストの多い順</translation>
    </message>
    <message>
        <source>City</source>
        <translation>都市</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>No user is sent here now.</source>
        <translation>現在ここに向かうユーザーはいません。</translation>
    </message>
    <message>
        <source>%1: %2, since %3</source>
        <extracomment>a region&apos;s name, its state with the reason, since when</extracomment>
        <translation>%1：%2、%3から</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1の間</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 needed</source>
        <translation>必要数%1</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>前回の検査</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>連続%n回の失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>%1ごと</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>normally %1</source>
        <translation>通常%1</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>負荷</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>最大%1</translation>
    </message>
    <message>
        <source>If it carries another too</source>
        <translation>他リージョン分も負担時</translation>
    </message>
    <message>
        <source>not filling</source>
        <translation>満杯見込みなし</translation>
    </message>
    <message>
        <source>full in %1</source>
        <translation>あと%1で満杯</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>%1 warm</source>
        <translation>%1ウォーム</translation>
    </message>
    <message>
        <source>cold: reads go to the store</source>
        <translation>コールド：読み取りはストアへ</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>キュー</translation>
    </message>
    <message>
        <source>wait of a request that comes now</source>
        <translation>いま届くリクエストの待ち時間</translation>
    </message>
    <message>
        <source>Refused busy</source>
        <translation>過負荷拒否</translation>
    </message>
    <message>
        <source>%1 are repeats</source>
        <translation>%1は再試行</translation>
    </message>
    <message>
        <source>Live rows</source>
        <translation>有効行</translation>
    </message>
    <message>
        <source>all tables</source>
        <translation>全テーブル</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>ログエントリー</translation>
    </message>
    <message>
        <source>kept, of all logs</source>
        <translation>全ログの保持分</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>acknowledged here</source>
        <translation>ここで受付済み</translation>
    </message>
    <message>
        <source>Held only here</source>
        <translation>ここのみに存在</translation>
    </message>
    <message>
        <source>%1, oldest %2</source>
        <translation>%1、最古%2</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>リース</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>フェンス中</translation>
    </message>
    <message>
        <source>being fenced</source>
        <translation>フェンス処理中</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>エポック%1</translation>
    </message>
    <message>
        <source>If fenced now</source>
        <translation>いまフェンスすると</translation>
    </message>
    <message>
        <source>writes for %1 more</source>
        <translation>あと%1は書き込み可</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1の見込み</translation>
    </message>
    <message>
        <source>not needed in this run</source>
        <translation>この実行では不要</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>メンバー</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>排除済み</translation>
    </message>
    <message>
        <source>returns with a new copy</source>
        <translation>新しいコピーで復帰</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>孤立</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1へ</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>ラウンド</translation>
    </message>
    <message>
        <source>%1 errors, median %2</source>
        <translation>エラー%1、中央値%2</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込み</translation>
    </message>
</context>
<context>
    <name>sb::RegionInspector</name>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Writes at risk</source>
        <translation>消失リスクの書き込み</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>Ends by itself after %1. Esc leaves it.</source>
        <translation>%1後に自動で終了します。Escで取り消します。</translation>
    </message>
    <message>
        <source>At risk if %1 is lost now</source>
        <translation>いま%1を失うと消失</translation>
    </message>
    <message>
        <source>Nothing: every acknowledged write has a second copy.</source>
        <translation>なし：ACK済みの書き込みにはすべて2つ目のコピーがあります。</translation>
    </message>
    <message>
        <source>Nothing more: what is acknowledged and not lost has a second copy.</source>
        <translation>これ以上なし：消失分を除き、ACK済みの書き込みには2つ目のコピーがあります。</translation>
    </message>
    <message>
        <source>Writes lost in this incident: %1.</source>
        <translation>このインシデントで消失した書き込み：%1。</translation>
    </message>
    <message>
        <source>Restore region</source>
        <translation>リージョンを復旧</translation>
    </message>
    <message>
        <source>Reverses every fault of %1 and its links</source>
        <translation>%1とそのリンクの障害をすべて元に戻します</translation>
    </message>
    <message>
        <source>Confirm: fail %1</source>
        <translation>確定：%1を停止</translation>
    </message>
    <message>
        <source>Fail region…</source>
        <translation>リージョンを停止…</translation>
    </message>
    <message>
        <source>Remove mapping…</source>
        <translation>マッピングを削除…</translation>
    </message>
    <message>
        <source>Confirm: answer 403</source>
        <translation>確定：403を返す</translation>
    </message>
    <message>
        <source>Pause replication…</source>
        <translation>レプリケーション一時停止…</translation>
    </message>
    <message>
        <source>Confirm: pause %1</source>
        <translation>確定：%1を一時停止</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out</source>
        <translation>確定：%1を除外</translation>
    </message>
    <message>
        <source>Abort fail back…</source>
        <translation>フェイルバック中止…</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>フェイルバック…</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>確定：%1をフェイルバック</translation>
    </message>
    <message>
        <source>Fail back… (not ready)</source>
        <translation>フェイルバック… (準備中)</translation>
    </message>
    <message>
        <source>Fail back waits for: %1</source>
        <translation>フェイルバックの待機：%1</translation>
    </message>
    <message>
        <source>Replication link · %1</source>
        <translation>レプリケーションリンク · %1</translation>
    </message>
    <message>
        <source>End fault</source>
        <translation>障害を終了</translation>
    </message>
    <message>
        <source>Cut link…</source>
        <translation>リンクを切断…</translation>
    </message>
    <message>
        <source>Confirm: cut link</source>
        <translation>確定：リンクを切断</translation>
    </message>
    <message>
        <source>Add latency…</source>
        <translation>レイテンシーを追加…</translation>
    </message>
    <message>
        <source>Confirm: add 200 ms</source>
        <translation>確定：200 msを追加</translation>
    </message>
</context>
<context>
    <name>sb::RegionPage</name>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>The region as a table</source>
        <translation>リージョンの表</translation>
    </message>
    <message>
        <source>Compare with another region</source>
        <translation>他のリージョンと比較</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>データはまだありません。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>sb::RepeatsCard</name>
    <message>
        <source>The same drill with many seeds</source>
        <translation>同じ訓練を多数のシードで</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>反復(&amp;R)</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>CSVでコピー(&amp;V)</translation>
    </message>
    <message>
        <source>Checks that failed, and in how many runs</source>
        <translation>不合格のチェックと、その実行数</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Each seed is a whole run of the drill, as the command line makes it, beside this run, which goes on untouched. Hatched: runs in which a check failed. Dashed: the objective.</source>
        <translation>シードごとに、コマンドラインと同じく訓練を最後まで実行します。いまの実行には影響しません。斜線：不合格のチェックがあった実行。破線：目標。</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>最初のシード</translation>
    </message>
    <message>
        <source>from seed </source>
        <extracomment>before the number of a seed</extracomment>
        <translation>開始シード </translation>
    </message>
    <message>
        <source>How many runs</source>
        <translation>実行回数</translation>
    </message>
    <message>
        <source> runs</source>
        <extracomment>after a number</extracomment>
        <translation> 回</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Failed in</source>
        <translation>不合格数</translation>
    </message>
    <message>
        <source>No check failed in any of the runs.</source>
        <translation>どの実行でも、すべてのチェックが合格しました。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Interruption</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>消失リスク</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>失敗リクエスト</translation>
    </message>
    <message>
        <source>Checks that failed</source>
        <translation>不合格のチェック</translation>
    </message>
    <message>
        <source>Repeat the drill to see how much of its outcome is luck.</source>
        <translation>訓練を反復すると、結果がどれだけ偶然に左右されるかがわかります。</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>%1を実行します</translation>
    </message>
    <message>
        <source>Choose a drill without mistakes first</source>
        <translation>先に誤りのない訓練を選択してください</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs passed; interruption p50 %4, p95 %5</source>
        <extracomment>name of a drill, how many of how many runs; two lengths of time: the median and 95 of 100</extracomment>
        <translation>%1：%3回中%2回合格、中断 p50 %4、p95 %5</translation>
    </message>
</context>
<context>
    <name>sb::ReplicationPage</name>
    <message>
        <source>Replication</source>
        <translation>レプリケーション</translation>
    </message>
    <message>
        <source>Replication, a row for each direction</source>
        <translation>レプリケーション、方向ごとに1行</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>傾向</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待ち</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>消化</translation>
    </message>
    <message>
        <source>Conflicts a minute</source>
        <translation>毎分の競合</translation>
    </message>
    <message>
        <source>One region has nobody to copy to. Start a run with one more region from the File menu.</source>
        <translation>リージョンが1つではコピー先がありません。［ファイル］メニューから、リージョンを1つ加えて実行を開始してください。</translation>
    </message>
    <message>
        <source>Source by target</source>
        <translation>送信元と送信先</translation>
    </message>
    <message>
        <source>Bars: 1 ms … 100 s, logarithmic; the line marks the objective. Hatched: nothing flows. Arrow: rising or falling within 10 s.</source>
        <translation>バー：1 ms…100秒、対数。線は目標。斜線：流れなし。矢印：10秒間の増減。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>バックログ</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>How old the oldest change is that the target lacks</source>
        <translation>送信先に届いていない最古の変更の経過時間</translation>
    </message>
    <message>
        <source>How many changes wait to be applied</source>
        <translation>適用を待つ変更の数</translation>
    </message>
    <message>
        <source>Conflicts a minute, found at the target</source>
        <translation>送信先で検出した毎分の競合数</translation>
    </message>
</context>
<context>
    <name>sb::ReportWriter</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1を読み取れません：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that you may write to and that has room.</source>
        <translation>%1に書き込めません：%2。書き込みが許可され、空きのあるフォルダーを選択してください。</translation>
    </message>
</context>
<context>
    <name>sb::Reports</name>
    <message>
        <source>Picture of each incident</source>
        <translation>各インシデントの図</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Times and objectives</source>
        <translation>時刻と目標</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>フェーズ</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影響</translation>
    </message>
    <message>
        <source>RPO: writes at risk</source>
        <translation>RPO：消失リスクの書き込み</translation>
    </message>
    <message>
        <source>Decisions with reasons</source>
        <translation>判断とその理由</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Checks of the drill</source>
        <translation>訓練のチェック</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>未解決の点</translation>
    </message>
    <message>
        <source>What the record cannot know</source>
        <translation>記録からはわからないこと</translation>
    </message>
    <message>
        <source>Rows left out here, and in the file: %1</source>
        <translation>ここでは省略し、ファイルには含まれる行：%1</translation>
    </message>
</context>
<context>
    <name>sb::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Update the preview</source>
        <translation>プレビューを更新(&amp;U)</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Files written, newest first</source>
        <translation>書き出したファイル、新しい順</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>レポートのセクション</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>PDFレポート</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Nothing was written in this run yet.</source>
        <translation>この実行で書き出したものはまだありません。</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>レポートのプレビュー</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>レポートを作成中…</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>受け渡し</translation>
    </message>
    <message>
        <source>Sections count for Markdown, HTML and PDF; the others hold the whole log.</source>
        <translation>セクションの選択はMarkdown、HTML、PDFに適用されます。他の形式にはログ全体が入ります。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>レポート未作成</translation>
    </message>
    <message>
        <source>As of %1, %2 ago</source>
        <extracomment>a time of day, then how long ago that is</extracomment>
        <translation>%1時点、%2前</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>レポートなし</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>レポートを書き出す</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出し完了：%1</translation>
    </message>
</context>
<context>
    <name>sb::RoundsView</name>
    <message>
        <source>The last %1 rounds of %2: unhealthy in %3</source>
        <translation>直近%1ラウンド（各%2）：異常%3回</translation>
    </message>
</context>
<context>
    <name>sb::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>ルーティング</translation>
    </message>
    <message>
        <source>Parts of the routing console</source>
        <translation>ルーティングコンソールの構成</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>スイッチ</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>配分</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
</context>
<context>
    <name>sb::Score</name>
    <message>
        <source>Interruption (RTO)</source>
        <translation>中断 (RTO)</translation>
    </message>
    <message>
        <source>users saw no error</source>
        <translation>ユーザーにエラーなし</translation>
    </message>
    <message>
        <source>From the first error that users saw to errors back under the objective; the longest of all incidents.</source>
        <translation>ユーザーに見える最初のエラーから、エラーが再び目標を下回るまで。全インシデント中の最長。</translation>
    </message>
    <message>
        <source>%1 and running</source>
        <translation>%1、計測中</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最大%1</translation>
    </message>
    <message>
        <source>At risk (RPO)</source>
        <translation>消失リスク (RPO)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 (orders: %2), the oldest %3</source>
        <translation>%1（注文：%2）、最古%3</translation>
    </message>
    <message>
        <source>Acknowledged writes that only the failed region held.</source>
        <translation>ダウンしたリージョンだけが持っていたACK済みの書き込み。</translation>
    </message>
    <message>
        <source>Lost writes</source>
        <translation>消失した書き込み</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Acknowledged writes that nobody can read any more.</source>
        <translation>もう誰も読み取れないACK済みの書き込み。</translation>
    </message>
    <message>
        <source>Wrong decisions</source>
        <translation>誤った判断</translation>
    </message>
    <message>
        <source>Orders of yours that were refused, and safety rules that you overrode.</source>
        <translation>拒否された指示と、オーバーライドした安全ルール。</translation>
    </message>
    <message>
        <source>Operator time</source>
        <translation>初動時間</translation>
    </message>
    <message>
        <source>you gave no order after an alarm</source>
        <translation>アラーム後の指示なし</translation>
    </message>
    <message>
        <source>From the first alarm to your first accepted order.</source>
        <translation>最初のアラームから、最初に受理された指示まで。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation>%2件中%1件合格</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>The drill&apos;s own; judged at its end.</source>
        <translation>訓練独自のチェック。終了時に判定します。</translation>
    </message>
</context>
<context>
    <name>sb::SettingsPage</name>
    <message>
        <source>No setting has these words.</source>
        <translation>該当する設定はありません。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Puts this group back to its defaults</source>
        <translation>このグループを既定値に戻します</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <extracomment>%1 is a group of settings</extracomment>
        <translation>%1をリセット</translation>
    </message>
    <message>
        <source>Layout and hints</source>
        <translation>レイアウトとヒント</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>レイアウトをリセット</translation>
    </message>
    <message>
        <source>Returns all parts of the window to their first sizes and places</source>
        <translation>ウィンドウの各部を初期の大きさと位置に戻します</translation>
    </message>
    <message>
        <source>Show hints again</source>
        <translation>ヒントを再表示</translation>
    </message>
    <message>
        <source>The hints of the first start come once more</source>
        <translation>初回起動時のヒントをもう一度表示します</translation>
    </message>
    <message>
        <source>Layout and hints: reset, show again</source>
        <translation>レイアウトとヒント：リセット、再表示</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込み…</translation>
    </message>
    <message>
        <source>Writes all settings of this page to a file</source>
        <translation>このページの全設定をファイルに書き出します</translation>
    </message>
    <message>
        <source>Takes over all settings of a file, or none when one of them is not valid</source>
        <translation>ファイルの全設定を取り込みます。無効なものが1つでもあれば何も取り込みません</translation>
    </message>
    <message>
        <source>Settings as a file: export, import</source>
        <translation>設定ファイル：書き出し、読み込み</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出し完了：%1</translation>
    </message>
    <message>
        <source>Nothing was changed. %1: %2</source>
        <translation>何も変更していません。%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) taken over</source>
        <translation>
            <numerusform>設定%n件を取り込み</numerusform>
        </translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>設定の書き出し</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>設定 (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>設定の読み込み</translation>
    </message>
</context>
<context>
    <name>sb::ShareBar</name>
    <message>
        <source>%1 has %2 of the answers, planned are %3</source>
        <translation>%1の応答の割合は%2、計画は%3</translation>
    </message>
</context>
<context>
    <name>sb::SharesCard</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>load now</source>
        <translation>現在の負荷</translation>
    </message>
    <message>
        <source>its capacity</source>
        <translation>処理能力</translation>
    </message>
    <message>
        <source>load if the most loaded other region failed</source>
        <translation>最も負荷の高い他リージョンがダウンした場合の負荷</translation>
    </message>
    <message>
        <source>Shares and capacity</source>
        <translation>配分と処理能力</translation>
    </message>
    <message>
        <source>A shift expires after</source>
        <translation>退避の有効期間</translation>
    </message>
    <message>
        <source>Reason for a shift, needed</source>
        <translation>退避の理由（必須）</translation>
    </message>
    <message>
        <source>Reason for a shift</source>
        <translation>退避の理由</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>ダイヤル</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>負荷</translation>
    </message>
    <message>
        <source>Full in</source>
        <translation>満杯まで</translation>
    </message>
    <message>
        <source>Dial of %1</source>
        <translation>%1のダイヤル</translation>
    </message>
    <message>
        <source>The share of its natural answers that %1 may receive</source>
        <translation>本来の応答のうち、%1が受け取れる割合</translation>
    </message>
    <message>
        <source>Cancel shift</source>
        <translation>退避を取り消し</translation>
    </message>
    <message>
        <source>Confirm: users return to %1</source>
        <translation>確定：ユーザーを%1に戻す</translation>
    </message>
    <message>
        <source>Shifted away from %1, %2 left: %3</source>
        <translation>%1から退避中、残り%2：%3</translation>
    </message>
    <message>
        <source>The shift away from %1 is not in force, %2 left: %3</source>
        <translation>%1からの退避は未適用、残り%2：%3</translation>
    </message>
    <message>
        <source>Shift away</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>Confirm: away from %1</source>
        <translation>確定：%1から退避</translation>
    </message>
    <message>
        <source>full</source>
        <translation>満杯</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>あと%1</translation>
    </message>
    <message>
        <source>if another fails</source>
        <translation>他がダウン時</translation>
    </message>
    <message>
        <source>Say here why, then shift again</source>
        <translation>ここに理由を入力し、もう一度退避してください</translation>
    </message>
</context>
<context>
    <name>sb::ShiftCard</name>
    <message>
        <source>Answers against their plan, and moving them in stages</source>
        <translation>応答の計画との対比、段階的な移動</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of its answers to move away</source>
        <translation>応答のうち移動する割合</translation>
    </message>
    <message>
        <source>Region to move traffic away from</source>
        <translation>トラフィックの移動元リージョン</translation>
    </message>
    <message>
        <source>Move away from</source>
        <translation>移動元</translation>
    </message>
    <message>
        <source>of its answers, in four stages</source>
        <translation>の応答を4段階で移動</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Answers, and their plan</source>
        <translation>応答とその計画</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Load, and after the next stage</source>
        <translation>負荷と次の段階後</translation>
    </message>
    <message>
        <source>now, then</source>
        <translation>現在、次</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 of its capacity now, %2 after the next stage</source>
        <translation>現在は処理能力の%1、次の段階の後は%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>a load now, and after the next stage</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The plan appears with the first decisions.</source>
        <translation>計画は最初の判断とともに表示されます。</translation>
    </message>
    <message>
        <source>Planned: what the regions&apos; dials, controls and health allow, by the latest decisions of %1. Resolvers keep old answers until they expire.</source>
        <translation>計画：%1の最新の判断から求めた、リージョンのダイヤル、コントロール、ヘルスが許す割合。リゾルバーは古い応答を期限まで保持します。</translation>
    </message>
    <message>
        <source>%1: dial %2</source>
        <translation>%1：ダイヤル%2</translation>
    </message>
    <message>
        <source>%1, to come</source>
        <translation>%1、予定</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1、完了</translation>
    </message>
    <message>
        <source>%1, asked for</source>
        <translation>%1、要求済み</translation>
    </message>
    <message>
        <source>errors at %1, above the objective of %2</source>
        <translation>エラー%1、目標%2を超過</translation>
    </message>
    <message>
        <source>errors at %1, %2 when the shift began</source>
        <translation>エラー%1、移動開始時は%2</translation>
    </message>
    <message>
        <source>the next stage would bring %1 to %2 of its capacity</source>
        <translation>次の段階で%1が処理能力の%2に到達</translation>
    </message>
    <message>
        <source>%1 at %2 of its capacity</source>
        <translation>%1が処理能力の%2</translation>
    </message>
    <message>
        <source>Hold: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 gets no answers now: there is nothing to move away from it</source>
        <translation>%1は現在応答に含まれず、移動するものがありません</translation>
    </message>
    <message>
        <source>Wait: %1 still has %2 of the answers, planned are %3</source>
        <translation>待機：%1の応答の割合はまだ%2、計画は%3</translation>
    </message>
    <message>
        <source>Nothing speaks against the next stage: errors at %1</source>
        <translation>次の段階に進めます：エラー%1</translation>
    </message>
    <message>
        <source>All stages done</source>
        <translation>全段階完了</translation>
    </message>
    <message>
        <source>Next stage: %1</source>
        <translation>次の段階：%1</translation>
    </message>
    <message>
        <source>Confirm against the hold: %1 to %2</source>
        <translation>保留に反して確定：%1を%2へ</translation>
    </message>
    <message>
        <source>Confirm: dial %1 to %2</source>
        <translation>確定：%1のダイヤルを%2へ</translation>
    </message>
    <message>
        <source>Back to where it began</source>
        <translation>開始時に戻す</translation>
    </message>
    <message>
        <source>Confirm: dial %1 back to %2</source>
        <translation>確定：%1のダイヤルを%2に戻す</translation>
    </message>
    <message>
        <source>%1  %2; errors at %3</source>
        <translation>%1  %2、エラー%3</translation>
    </message>
    <message>
        <source>stage %1: dial of %2 to %3</source>
        <translation>段階%1：%2のダイヤルを%3へ</translation>
    </message>
    <message>
        <source>back: dial of %1 to %2</source>
        <translation>復帰：%1のダイヤルを%2へ</translation>
    </message>
</context>
<context>
    <name>sb::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Arrows, Tab</source>
        <translation>矢印、Tab</translation>
    </message>
    <message>
        <source>Walk through regions and links</source>
        <translation>リージョンとリンクを順に移動</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select, then inspect</source>
        <translation>選択、次に詳細表示</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menu、Shift+F10</translation>
    </message>
    <message>
        <source>Actions of the region or link</source>
        <translation>リージョンまたはリンクの操作</translation>
    </message>
    <message>
        <source>Delete, Delete</source>
        <translation>Delete、Delete</translation>
    </message>
    <message>
        <source>Fail the region</source>
        <translation>リージョンを停止</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>離れる</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>W S</source>
        <translation>W S</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>A D, arrows</source>
        <translation>A D、矢印</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>時間方向に移動</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Fit the incident</source>
        <translation>インシデント全体</translation>
    </message>
    <message>
        <source>, .</source>
        <translation>, .</translation>
    </message>
    <message>
        <source>Previous and next event</source>
        <translation>前、次のイベント</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>最初、最後</translation>
    </message>
    <message>
        <source>Command palette and pages</source>
        <translation>コマンドパレットとページ</translation>
    </message>
    <message>
        <source>Arrows, Page Up, Page Down</source>
        <translation>矢印、Page Up、Page Down</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translation>項目を選択</translation>
    </message>
    <message>
        <source>Do it; twice if it hurts</source>
        <translation>実行（影響の大きいものは2回）</translation>
    </message>
    <message>
        <source>Disarm, then leave</source>
        <translation>確定待ちを解除、次に閉じる</translation>
    </message>
    <message>
        <source>Tab, arrows</source>
        <translation>Tab、矢印</translation>
    </message>
    <message>
        <source>Walk the rail of pages</source>
        <translation>ページのレールを移動</translation>
    </message>
</context>
<context>
    <name>sb::StateMachineView</name>
    <message>
        <source>State diagram; now: %1</source>
        <translation>状態遷移図、現在：%1</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>カタログ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>カート</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>購入手続き</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>売れ筋</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>ブログ</translation>
    </message>
</context>
<context>
    <name>sb::StatusLine</name>
    <message>
        <source>State of the run</source>
        <translation>実行の状態</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>アラーム</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>ジョブの進捗</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>ジョブをキャンセル</translation>
    </message>
    <message>
        <source>Re-simulating %1</source>
        <translation>再シミュレート中 %1</translation>
    </message>
    <message>
        <source>World stopped</source>
        <translation>ワールド停止</translation>
    </message>
    <message>
        <source>World paused</source>
        <translation>ワールド一時停止</translation>
    </message>
    <message>
        <source>World running as fast as possible, %1×</source>
        <translation>ワールド最速で実行中、%1×</translation>
    </message>
    <message>
        <source>World running %1</source>
        <translation>ワールド実行中 %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1を破棄</translation>
    </message>
    <message>
        <source>frame %1 ms</source>
        <translation>フレーム%1 ms</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>記録なし</translation>
    </message>
    <message>
        <source>recording: %1</source>
        <translation>記録中：%1</translation>
    </message>
    <message>
        <source>no alarms</source>
        <translation>アラームなし</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, first: %2</source>
        <extracomment>number of abnormal conditions, then the worst</extracomment>
        <translation>%1、最上位：%2</translation>
    </message>
</context>
<context>
    <name>sb::StatusModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>orders at risk and their value</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Region or link</source>
        <translation>リージョン、リンク</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS応答</translation>
    </message>
    <message>
        <source>Lag in</source>
        <translation>受信ラグ</translation>
    </message>
    <message>
        <source>Lag out</source>
        <translation>送信ラグ</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>消失リスク</translation>
    </message>
</context>
<context>
    <name>sb::StatusTable</name>
    <message>
        <source>Regions and links</source>
        <translation>リージョンとリンク</translation>
    </message>
</context>
<context>
    <name>sb::TimelinePainter</name>
    <message>
        <source>%1 older events not kept</source>
        <extracomment>At the left edge of the timeline: %1 events are no longer kept</extracomment>
        <translation>古いイベント%1件は保持されていません</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
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
        <translation>%1%</translation>
    </message>
    <message>
        <source>Clear fault %1</source>
        <translation>障害%1を解除</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>全障害を解除</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1を復旧</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>%1をフェイルバック</translation>
    </message>
    <message>
        <source>Stop the fail-back of %1</source>
        <translation>%1のフェイルバックを中止</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 オン</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 オフ</translation>
    </message>
    <message>
        <source>Routing controls: %1</source>
        <translation>ルーティングコントロール：%1</translation>
    </message>
    <message>
        <source>Shift away from %1</source>
        <translation>%1から退避</translation>
    </message>
    <message>
        <source>Cancel the shift away from %1</source>
        <translation>%1からの退避を取り消し</translation>
    </message>
    <message>
        <source>Dial %1 to %2 %</source>
        <translation>%1のダイヤルを%2%へ</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>重み：%1</translation>
    </message>
    <message>
        <source>Copy objects from %1 to %2</source>
        <translation>オブジェクトを%1から%2へコピー</translation>
    </message>
    <message>
        <source>Stop copying objects from %1 to %2</source>
        <translation>%1から%2へのオブジェクトコピーを停止</translation>
    </message>
    <message>
        <source>Copy what %2 lacks of the objects of %1</source>
        <translation>%1のオブジェクトのうち%2にない分をコピー</translation>
    </message>
    <message>
        <source>Price of book %1 in %2</source>
        <translation>%2での書籍%1の価格</translation>
    </message>
    <message>
        <source>Start plan %1</source>
        <translation>プラン%1を開始</translation>
    </message>
    <message>
        <source>Plan %1: %2</source>
        <translation>プラン%1：%2</translation>
    </message>
    <message>
        <source>Fence %1</source>
        <translation>%1をフェンス</translation>
    </message>
    <message>
        <source>Unfence %1</source>
        <translation>%1のフェンス解除</translation>
    </message>
    <message>
        <source>Evict %1</source>
        <translation>%1を排除</translation>
    </message>
    <message>
        <source>Replay the orphan writes of %1</source>
        <translation>%1の孤立書き込みを再適用</translation>
    </message>
    <message>
        <source>Discard the orphan writes of %1</source>
        <translation>%1の孤立書き込みを破棄</translation>
    </message>
    <message>
        <source>Revoke the rights of %1</source>
        <translation>%1の権利を失効</translation>
    </message>
    <message>
        <source>Move the blog&apos;s writer to %1</source>
        <translation>ブログのライターを%1へ移動</translation>
    </message>
    <message>
        <source>Let %1 seize the blog&apos;s writer</source>
        <translation>%1がブログのライターを強制取得</translation>
    </message>
    <message>
        <source>Count the best sellers of %1 anew</source>
        <translation>%1の売れ筋を再集計</translation>
    </message>
    <message>
        <source>Retry the changes set aside in %1</source>
        <translation>%1で隔離した変更を再試行</translation>
    </message>
    <message>
        <source>Republish the name of %1</source>
        <translation>%1の名前を再公開</translation>
    </message>
    <message>
        <source>Incident timeline</source>
        <translation>インシデントタイムライン</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>オペレーター</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS応答</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>レプリケーション</translation>
    </message>
    <message>
        <source>%1: checks red</source>
        <translation>%1：チェックが赤</translation>
    </message>
    <message>
        <source>%1: %2 of %3 red</source>
        <extracomment>%1 region, %2 of %3 health checkers are red</extracomment>
        <translation>%1：赤%2/%3</translation>
    </message>
    <message>
        <source>%1 of %2 red</source>
        <extracomment>%1 of %2 health checkers are red</extracomment>
        <translation>赤%1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 green</source>
        <extracomment>%1 of %2 health checkers are green</extracomment>
        <translation>緑%1/%2</translation>
    </message>
    <message>
        <source>Fail back, %1</source>
        <extracomment>Text of a bar: users are being brought back to a region</extracomment>
        <translation>フェイルバック、%1</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>A fault on the link between two regions</extracomment>
        <translation>%1、%2 – %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A fault and its region</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <extracomment>Beside the mark of a refused operator command</extracomment>
        <translation>拒否：%1</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <extracomment>Head of a tool tip: time, kind of event, region</extracomment>
        <translation>%1  %2、%3</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Because: %1  %2</source>
        <translation>理由：%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more here; zoom in to tell them apart</source>
        <translation>
            <numerusform>この位置にほか%n件。拡大すると見分けられます</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s).</source>
        <translation>
            <numerusform>イベント%n件。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2.</source>
        <extracomment>%1 is a fault or a red health check, %2 a time of day</extracomment>
        <translation>%2から%1。</translation>
    </message>
    <message>
        <source>No fault is active and all checks are green.</source>
        <translation>発生中の障害はなく、チェックはすべて緑です。</translation>
    </message>
    <message>
        <source>DNS answers: %1.</source>
        <translation>DNS応答：%1。</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>選択中：%1</translation>
    </message>
</context>
<context>
    <name>sb::TimelineView</name>
    <message>
        <source>Follow now</source>
        <translation>現在に追従</translation>
    </message>
    <message>
        <source>Keep the present in view</source>
        <translation>常に現在を表示します</translation>
    </message>
    <message>
        <source>Fit incident</source>
        <translation>インシデント全体</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>前のイベント</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>次のイベント</translation>
    </message>
</context>
<context>
    <name>sb::TopBar</name>
    <message>
        <source>+ Virginia</source>
        <translation>+ バージニア</translation>
    </message>
    <message>
        <source>New run with Virginia</source>
        <translation>バージニアを加えて新規実行</translation>
    </message>
    <message>
        <source>Injects a fault into a region or link</source>
        <translation>リージョンまたはリンクに障害を注入します</translation>
    </message>
    <message>
        <source>Break…</source>
        <translation>障害注入…</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>フェイルバック…</translation>
    </message>
    <message>
        <source>Returns a healed region to service</source>
        <translation>回復したリージョンをサービスに戻します</translation>
    </message>
    <message>
        <source>Export record</source>
        <translation>記録を書き出す</translation>
    </message>
    <message>
        <source>Writes the incident record to a file</source>
        <translation>インシデント記録をファイルに書き出します</translation>
    </message>
    <message>
        <source>Recovery time objective: from the first user-visible error until errors are back under the objective</source>
        <translation>目標復旧時間：ユーザーに見える最初のエラーから、エラーが再び目標を下回るまで</translation>
    </message>
    <message>
        <source>Acknowledged orders that exist in one region only: lost if that region were lost now</source>
        <translation>1つのリージョンにしか存在しない受付済みの注文：いまそのリージョンを失うと消失します</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>title of the run, number of regions</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>At risk %1 · %2</source>
        <translation>消失リスク %1 · %2</translation>
    </message>
    <message>
        <source>Risk %1 · %2</source>
        <comment>short for: at risk</comment>
        <translation>リスク %1 · %2</translation>
    </message>
    <message>
        <source>RTO %1 running</source>
        <translation>RTO %1 計測中</translation>
    </message>
    <message>
        <source>RTO %1</source>
        <translation>RTO %1</translation>
    </message>
    <message>
        <source>Restored in %1</source>
        <translation>%1で復旧</translation>
    </message>
    <message>
        <source>Incident %1 open</source>
        <translation>インシデント%1対応中</translation>
    </message>
    <message>
        <source>Objectives met · last RTO %1</source>
        <translation>目標達成 · 前回RTO %1</translation>
    </message>
    <message>
        <source>Objectives met</source>
        <translation>目標達成</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
</context>
<context>
    <name>sb::TrackView</name>
    <message>
        <source>Tracks of the incident</source>
        <translation>インシデントのトラック</translation>
    </message>
    <message>
        <source>Move track %1</source>
        <translation>トラック%1を移動</translation>
    </message>
    <message>
        <source>Unpin track %1</source>
        <translation>トラック%1のピン留めを解除</translation>
    </message>
    <message>
        <source>Pin track %1</source>
        <translation>トラック%1をピン留め</translation>
    </message>
    <message>
        <source>Hide track %1</source>
        <translation>トラック%1を非表示</translation>
    </message>
    <message>
        <source>Unpin track</source>
        <translation>ピン留めを解除</translation>
    </message>
    <message>
        <source>Pin track to the top</source>
        <translation>上部にピン留め</translation>
    </message>
    <message>
        <source>Hide track</source>
        <translation>トラックを非表示</translation>
    </message>
    <message>
        <source>Move track up</source>
        <translation>トラックを上へ移動</translation>
    </message>
    <message>
        <source>Move track down</source>
        <translation>トラックを下へ移動</translation>
    </message>
    <message>
        <source>Rename flag…</source>
        <translation>フラグの名前を変更…</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>フラグを削除</translation>
    </message>
    <message>
        <source>Set a flag here…</source>
        <translation>ここにフラグを立てる…</translation>
    </message>
    <message>
        <source>Fit selection, or all</source>
        <translation>選択範囲または全体に合わせる</translation>
    </message>
    <message>
        <source>Select the range of the event</source>
        <translation>イベントの範囲を選択</translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation>現在に追従</translation>
    </message>
</context>
<context>
    <name>sb::TrafficPage</name>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Requests, latency and errors, a row for each time</source>
        <translation>リクエスト、レイテンシー、エラー、時刻ごとに1行</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>時間推移</translation>
    </message>
    <message>
        <source>No samples yet: resume the run to see its traffic.</source>
        <translation>サンプルはまだありません。実行を再開するとトラフィックが表示されます。</translation>
    </message>
    <message>
        <source>By region, last seconds</source>
        <translation>リージョン別、直近数秒</translation>
    </message>
    <message>
        <source>Traffic by region</source>
        <translation>リージョン別のトラフィック</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文</translation>
    </message>
    <message>
        <source>How far visits get, last minute</source>
        <translation>訪問の到達段階、直近1分</translation>
    </message>
    <message>
        <source>Clients that go where no answer leads</source>
        <translation>応答が指していない先へ向かうクライアント</translation>
    </message>
    <message>
        <source>Clients by kind</source>
        <translation>種類別のクライアント</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>訪問</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>古い宛先</translation>
    </message>
    <message>
        <source>Now %1 · 50 % within %2, 95 % within %3, 99 % within %4 · errors %5 · %6 since the start, %7 failed</source>
        <translation>現在%1 · 50%が%2以内、95%が%3以内、99%が%4以内 · エラー%5 · 開始から%6、失敗%7件</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>sb::TrafficStrips</name>
    <message>
        <source>Requests, latency and errors over time</source>
        <translation>リクエスト、レイテンシー、エラーの時間推移</translation>
    </message>
    <message>
        <source>Requests, stacked by region</source>
        <translation>リクエスト、リージョン別の積み上げ</translation>
    </message>
    <message>
        <source>What customers waited: the stronger the more; lines: 50, 95 and 99 % of them</source>
        <translation>顧客の待ち時間：濃いほど多数、線は50、95、99%</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a series and its value</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>errors %1</source>
        <translation>エラー%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>The heat is not kept for this range: choose two minutes</source>
        <translation>この範囲のヒートマップは保持されていません。2分を選択してください</translation>
    </message>
    <message>
        <source>No samples yet: resume the run to see its traffic.</source>
        <translation>サンプルはまだありません。実行を再開するとトラフィックが表示されます。</translation>
    </message>
</context>
<context>
    <name>sb::ViewExport</name>
    <message>
        <source>the picture cannot be packed</source>
        <translation>画像を圧縮できません</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>画像 (PNG)</translation>
    </message>
    <message>
        <source>Picture, double size (PNG)</source>
        <translation>画像、2倍サイズ (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>図 (SVG)</translation>
    </message>
    <message>
        <source>Data (CSV)</source>
        <translation>データ (CSV)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>sb::ViewMenu</name>
    <message>
        <source>Source</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Lag in seconds</source>
        <translation>ラグ（秒）</translation>
    </message>
    <message>
        <source>Waiting operations</source>
        <translation>未適用の操作数</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出し完了：%1</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地図</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>チャート</translation>
    </message>
    <message>
        <source>Replication matrix</source>
        <translation>レプリケーション行列</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>インシデント</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>画像としてコピー</translation>
    </message>
    <message>
        <source>Copy as data (CSV)</source>
        <translation>データとしてコピー (CSV)</translation>
    </message>
    <message>
        <source>Save view as</source>
        <translation>表示を保存</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Copied as an image: %1</source>
        <translation>画像としてコピー：%1</translation>
    </message>
    <message>
        <source>%1 has no data to copy at present. Copy it as an image.</source>
        <translation>%1には現在コピーできるデータがありません。画像としてコピーしてください。</translation>
    </message>
    <message>
        <source>Copied as data: %1</source>
        <translation>データとしてコピー：%1</translation>
    </message>
</context>
<context>
    <name>sb::ViewWriter</name>
    <message>
        <source>%1: nothing was written, because this view has no data at present; save it as a picture</source>
        <translation>%1：この表示には現在データがないため、書き出しませんでした。画像として保存してください</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <extracomment>a file, and why it could not be written</extracomment>
        <translation>%1：書き込めません：%2</translation>
    </message>
</context>
<context>
    <name>sb::VotesView</name>
    <message>
        <source>%1 of %2 checkers say healthy, %3 are needed</source>
        <translation>チェッカー%2台中%1台が正常と判定、必要数%3</translation>
    </message>
</context>
<context>
    <name>sb::WallView</name>
    <message>
        <source>Wall mode</source>
        <translation>ウォールモード</translation>
    </message>
</context>
<context>
    <name>sb::WhyPanel</name>
    <message>
        <source>Why this answer?</source>
        <translation>この応答の理由</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>テキストでコピー(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>閉じる(&amp;L)</translation>
    </message>
</context>
<context>
    <name>sb::WorldMap</name>
    <message>
        <source>World map</source>
        <translation>世界地図</translation>
    </message>
    <message>
        <source>Regions and the replication links between them. Arrow keys move, Enter selects, Menu opens actions, plus and minus look closer and wider.</source>
        <translation>リージョンと、その間のレプリケーションリンク。矢印キーで移動、Enterで選択、Menuキーで操作を開き、+ と - で拡大、縮小します。</translation>
    </message>
    <message>
        <source>Ring of regions</source>
        <translation>リージョンのリング</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>%1の操作</translation>
    </message>
</context>
<context>
    <name>sb::ZoneCard</name>
    <message>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Zones of your own</source>
        <translation>手元のゾーン</translation>
    </message>
    <message>
        <source>Check a &amp;zone file…</source>
        <translation>ゾーンファイルを検査(&amp;Z)…</translation>
    </message>
    <message>
        <source>Show this run&apos;s zone</source>
        <translation>この実行のゾーンを表示</translation>
    </message>
    <message>
        <source>Reads what &apos;aws route53 list-resource-record-sets&apos; prints, and &apos;list-health-checks&apos; beside it, and says what is wrong with it and what is unwise. Nothing is sent anywhere.</source>
        <translation>「aws route53 list-resource-record-sets」の出力と、あわせて「list-health-checks」の出力を読み、誤りと望ましくない点を示します。外部には何も送信しません。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>検出事項</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出事項</translation>
    </message>
    <message>
        <source>What is so</source>
        <translation>現状</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What mends it</source>
        <translation>対策</translation>
    </message>
    <message>
        <source>This run&apos;s customers ask the program&apos;s own zone. There is nothing to judge in it.</source>
        <translation>この実行の顧客は、プログラム自身のゾーンに問い合わせています。評価する点はありません。</translation>
    </message>
    <message>
        <source>Check a zone file</source>
        <translation>ゾーンファイルを検査</translation>
    </message>
    <message>
        <source>Zone files (*.json)</source>
        <translation>ゾーンファイル (*.json)</translation>
    </message>
    <message>
        <source>Its health checks, if you have them: Cancel judges the zone alone</source>
        <translation>ヘルスチェック（ある場合）：キャンセルするとゾーンだけを検査します</translation>
    </message>
    <message>
        <source>Health checks (*.json)</source>
        <translation>ヘルスチェック (*.json)</translation>
    </message>
    <message>
        <source>mistake</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>the file is refused</source>
        <translation>ファイルは拒否されます</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>未対応</translation>
    </message>
    <message>
        <source>it has no effect here</source>
        <translation>ここでは効果がありません</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>This run&apos;s customers ask for %1 in a zone of your own</source>
        <extracomment>the domain name that the run&apos;s customers ask for</extracomment>
        <translation>この実行の顧客は、手元のゾーンで%1を問い合わせています</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2; its health checks are not there</source>
        <translation>%1：%2。ヘルスチェックはありません</translation>
    </message>
</context>
</TS>
