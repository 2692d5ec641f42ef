<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Format</name>
    <message numerus="yes">
        <source># orders</source>
        <translation>
            <numerusform># order</numerusform>
            <numerusform># orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># requests</source>
        <translation>
            <numerusform># request</numerusform>
            <numerusform># requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># events</source>
        <translation>
            <numerusform># event</numerusform>
            <numerusform># events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># regions</source>
        <translation>
            <numerusform># region</numerusform>
            <numerusform># regions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># changes</source>
        <translation>
            <numerusform># change</numerusform>
            <numerusform># changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># writes</source>
        <translation>
            <numerusform># write</numerusform>
            <numerusform># writes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># operations</source>
        <translation>
            <numerusform># operation</numerusform>
            <numerusform># operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># seeds</source>
        <translation>
            <numerusform># seed</numerusform>
            <numerusform># seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># cities</source>
        <translation>
            <numerusform># city</numerusform>
            <numerusform># cities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># records</source>
        <translation>
            <numerusform># record</numerusform>
            <numerusform># records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># errors</source>
        <translation>
            <numerusform># error</numerusform>
            <numerusform># errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># warnings</source>
        <translation>
            <numerusform># warning</numerusform>
            <numerusform># warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source># alarms</source>
        <translation>
            <numerusform># alarm</numerusform>
            <numerusform># alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::BestSellerCard</name>
    <message numerus="yes">
        <source>%n rank(s) differ</source>
        <translation>
            <numerusform>%n rank differs</numerusform>
            <numerusform>%n ranks differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ChartsPanel</name>
    <message numerus="yes">
        <source>no data for %n s</source>
        <translation>
            <numerusform>no data for %n s</numerusform>
            <numerusform>no data for %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ControlsCard</name>
    <message numerus="yes">
        <source>Overrides %n rule(s)</source>
        <translation>
            <numerusform>Overrides %n rule</numerusform>
            <numerusform>Overrides %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::PairCard</name>
    <message numerus="yes">
        <source>Clear %n fault(s) here</source>
        <translation>
            <numerusform>Clear %n fault here</numerusform>
            <numerusform>Clear %n faults here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::PlansCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::RegionDetail</name>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>%n failure in a row</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::SettingsPage</name>
    <message numerus="yes">
        <source>%n setting(s) taken over</source>
        <translation>
            <numerusform>%n setting taken over</numerusform>
            <numerusform>%n settings taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::TimelineText</name>
    <message numerus="yes">
        <source>and %n more here; zoom in to tell them apart</source>
        <translation>
            <numerusform>and %n more here; zoom in to tell them apart</numerusform>
            <numerusform>and %n more here; zoom in to tell them apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s).</source>
        <translation>
            <numerusform>%n event.</numerusform>
            <numerusform>%n events.</numerusform>
        </translation>
    </message>
</context>
</TS>
