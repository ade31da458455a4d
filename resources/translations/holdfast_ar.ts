<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AddForm</name>
    <message>
        <source>What is wrong with the links</source>
        <translation>ما الخطأ في الروابط</translation>
    </message>
    <message>
        <source>Numbers in brackets stand for many links</source>
        <translation>الأرقام بين الأقواس تمثل روابط كثيرة</translation>
    </message>
    <message>
        <source>Brackets such as [001-120] stand for many links; untick to take them literally</source>
        <translation>الأقواس مثل [001-120] تمثل روابط كثيرة؛ ألغِ التحديد لأخذها حرفيًا</translation>
    </message>
    <message>
        <source>Links, size and duplicates</source>
        <translation>الروابط والحجم والمكررات</translation>
    </message>
    <message>
        <source>As &amp;one job</source>
        <translation>كمهمة &amp;واحدة</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>اسم المهمة</translation>
    </message>
    <message>
        <source>Put each &amp;kind into its own folder</source>
        <translation>وضع كل &amp;نوع في مجلده</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>المساحة المتاحة</translation>
    </message>
    <message>
        <source>&amp;Links, one per line</source>
        <translation>ال&amp;روابط، واحد في كل سطر</translation>
    </message>
    <message>
        <source>For all that are &amp;here…</source>
        <translation>لكل الموجودة من &amp;قبل…</translation>
    </message>
    <message>
        <source>One choice for all links of which something is here already</source>
        <translation>اختيار واحد لكل الروابط التي يوجد منها شيء هنا</translation>
    </message>
    <message>
        <source>without progress</source>
        <translation>دون تقدّم</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>ال&amp;حفظ في</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>التوقف عن المحاولة &amp;بعد</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>Add links</source>
        <translation>إضافة روابط</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add &amp;paused</source>
        <translation>إضافة مع الإيقاف ال&amp;مؤقت</translation>
    </message>
    <message>
        <source>They wait in the list until you resume them</source>
        <translation>تنتظر في القائمة إلى أن تُستأنف</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>يحتاج المجلد إلى مساره الكامل.</translation>
    </message>
    <message>
        <source>One job can have {files} at most.</source>
        <translation>أقصى ما يمكن للمهمة: {files}.</translation>
    </message>
</context>
<context>
    <name>BrowserList</name>
    <message>
        <source>This Holdfast is a Flatpak and may not write where browsers look. Allow it for one of them, and start Holdfast again; for Chromium for example: {command}</source>
        <translation>نسخة Holdfast هذه من Flatpak ولا يُسمح لها بالكتابة حيث تبحث المتصفحات. اسمح بذلك لأحدها وشغّل Holdfast من جديد؛ فلمتصفح Chromium مثلًا: ⁨{command}⁩</translation>
    </message>
    <message>
        <source>There is no browser here that could be connected.</source>
        <translation>لا يوجد هنا متصفح يمكن توصيله.</translation>
    </message>
</context>
<context>
    <name>BrowserRow</name>
    <message>
        <source>Connect</source>
        <translation>توصيل</translation>
    </message>
    <message>
        <source>Connect {browser}</source>
        <translation>توصيل ⁨{browser}⁩</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>فصل</translation>
    </message>
    <message>
        <source>Disconnect {browser}</source>
        <translation>فصل ⁨{browser}⁩</translation>
    </message>
</context>
<context>
    <name>BrowsersPage</name>
    <message>
        <source>Browsers that hand over downloads</source>
        <translation>متصفحات تسلّم التنزيلات</translation>
    </message>
    <message>
        <source>A browser that is connected, and has the extension, gives its downloads to Holdfast and starts it where it does not run.</source>
        <translation>المتصفح المتصل الذي فيه الإضافة يسلّم تنزيلاته إلى Holdfast، ويشغّله إن لم يكن يعمل.</translation>
    </message>
    <message>
        <source>&amp;Ask before a download from the browser is added</source>
        <translation>ال&amp;سؤال قبل إضافة تنزيل من المتصفح</translation>
    </message>
    <message>
        <source>The extension</source>
        <translation>الإضافة</translation>
    </message>
    <message>
        <source>It is not in the stores of the browsers yet. It came with Holdfast and is in this folder; load it from there, once for each browser.</source>
        <translation>ليست في متاجر المتصفحات بعد. أتت مع Holdfast وهي في هذا المجلد؛ حمّلها منه، مرة لكل متصفح.</translation>
    </message>
    <message>
        <source>What is sent to Holdfast</source>
        <translation>ما يُرسَل إلى Holdfast</translation>
    </message>
    <message>
        <source>Of a download that it offers: the link, the page that it is on, name, kind and size, how the browser calls itself, and the cookies for that very link. Holdfast keeps the cookies in the keyring like a password and shows them to that server only. From private windows nothing comes unless you allow it in the extension. Nothing is sent to anybody else.</source>
        <translation>عن التنزيل الذي تعرضه: الرابط، والصفحة التي هو فيها، والاسم والنوع والحجم، وما يسمّي به المتصفح نفسه، وملفات تعريف الارتباط لذلك الرابط وحده. يحفظ Holdfast ملفات تعريف الارتباط في حلقة المفاتيح ككلمة مرور، ولا يُظهرها إلا لذلك الخادم. ولا يأتي شيء من النوافذ الخاصة ما لم تسمح بذلك في الإضافة. ولا يُرسَل شيء إلى أحد سواه.</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>المتصفحات</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>Map of the file</source>
        <translation>خريطة الملف</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>جارٍ سؤال الخادم…</translation>
    </message>
    <message>
        <source>Certificates, the server's own first</source>
        <translation>الشهادات، وأولها شهادة الخادم نفسه</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>صادرة لـ</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>صادرة عن</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>صالحة من</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالحة حتى</translation>
    </message>
    <message>
        <source>For the names</source>
        <translation>للأسماء</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate for this job</source>
        <translation>ال&amp;ثقة بهذه الشهادة لهذه المهمة</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>ن&amp;سخ البصمة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The server shows no certificate.</source>
        <translation>لا يُظهر الخادم أي شهادة.</translation>
    </message>
    <message>
        <source>Retry the job: the server may be in order again.</source>
        <translation>أعد محاولة المهمة: ربما عاد الخادم سليمًا.</translation>
    </message>
    <message>
        <source>Somebody on the way may be pretending to be this server, or its certificate is in disorder. Compare the fingerprint with one that you know from elsewhere.</source>
        <translation>ربما ينتحل أحدٌ في الطريق هوية هذا الخادم، أو أن شهادته غير سليمة. قارن البصمة ببصمة تعرفها من مصدر آخر.</translation>
    </message>
    <message>
        <source>Only this job would trust it, and only this very certificate of {host}. What is transferred can be read by whoever holds its key.</source>
        <translation>لن تثق به إلا هذه المهمة، وبهذه الشهادة وحدها من ⁨{host}⁩. ومن يملك مفتاحها يستطيع قراءة ما يُنقل.</translation>
    </message>
</context>
<context>
    <name>ChangeLinkDialog</name>
    <message>
        <source>Change link and go on</source>
        <translation>تغيير الرابط والمتابعة</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>الرابط الجديد</translation>
    </message>
    <message>
        <source>What the server says</source>
        <translation>ما يقوله الخادم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>تغيير الرابط</translation>
    </message>
    <message>
        <source>Link until now</source>
        <translation>الرابط الحالي</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>حتى الآن</translation>
    </message>
    <message>
        <source>&amp;New link</source>
        <translation>الرابط ال&amp;جديد</translation>
    </message>
    <message>
        <source>That is the link it has already.</source>
        <translation>هذا هو رابطها الحالي.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>جارٍ سؤال الخادم…</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Quit Holdfast?</source>
        <translation>أتريد إنهاء Holdfast؟</translation>
    </message>
    <message>
        <source>After you quit nothing moves until the next start; then it goes on by itself.</source>
        <translation>بعد الإنهاء لا يتقدم شيء حتى التشغيل التالي؛ وعندها يستمر كل شيء من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>ال&amp;بقاء في شريط النظام</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>ت&amp;صغير</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>When all is done</source>
        <translation>عند اكتمال كل شيء</translation>
    </message>
    <message>
        <source>Run when done</source>
        <translation>تشغيل عند الاكتمال</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>A program and its arguments. Quotation marks keep words together; there is no shell.</source>
        <translation>برنامج ومعاملاته. علامات الاقتباس تبقي الكلمات معًا؛ ولا يُستخدم مفسّر أوامر.</translation>
    </message>
    <message>
        <source>&amp;Run this command:</source>
        <translation>&amp;تشغيل هذا الأمر:</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Add links…</source>
        <translation>إ&amp;ضافة روابط…</translation>
    </message>
    <message>
        <source>Add links</source>
        <translation>إضافة روابط</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>&amp;لصق روابط</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>التف&amp;ضيلات…</translation>
    </message>
    <message>
        <source>Holdfast &amp;help</source>
        <translation>&amp;مساعدة Holdfast</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Undo remove</source>
        <translation>ال&amp;تراجع عن الإزالة</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>ت&amp;حديد الكل</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>ت&amp;صفية</translation>
    </message>
    <message>
        <source>Resume all &amp;jobs</source>
        <translation>استئناف كل ال&amp;مهام</translation>
    </message>
    <message>
        <source>Pause al&amp;l jobs</source>
        <translation>إيقاف كل المهام م&amp;ؤقتًا</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>ا&amp;ستئناف</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>إيقاف م&amp;ؤقت</translation>
    </message>
    <message>
        <source>Re&amp;try now</source>
        <translation>إعادة ال&amp;محاولة الآن</translation>
    </message>
    <message>
        <source>&amp;Keep finished files</source>
        <translation>الاحتفا&amp;ظ بالملفات المكتملة</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>Run any&amp;way</source>
        <translation>تش&amp;غيل على أي حال</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>S&amp;how certificate…</source>
        <translation>إظهار ال&amp;شهادة…</translation>
    </message>
    <message>
        <source>&amp;Allow going on without encryption</source>
        <translation>السماح بالمتاب&amp;عة دون تعمية</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Remove and &amp;delete file</source>
        <translation>إزالة وح&amp;ذف الملف</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>إظهار في الم&amp;جلد</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>نسخ ال&amp;رابط</translation>
    </message>
    <message>
        <source>Copy p&amp;ath</source>
        <translation>نسخ ال&amp;مسار</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>نسخ بصيغة c&amp;URL</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>إعادة التسم&amp;ية…</translation>
    </message>
    <message>
        <source>Chan&amp;ge link and go on…</source>
        <translation>&amp;تغيير الرابط والمتابعة…</translation>
    </message>
    <message>
        <source>Prop&amp;erties…</source>
        <translation>ال&amp;خصائص…</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>إلى ال&amp;مقدمة</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>ن&amp;قل إلى الأعلى</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>نقل إلى الأ&amp;سفل</translation>
    </message>
    <message>
        <source>To the &amp;bottom</source>
        <translation>إلى ال&amp;نهاية</translation>
    </message>
    <message>
        <source>Gi&amp;ve up after</source>
        <translation>التوقف عن المحاولة &amp;بعد</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>مخصص…</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;حد السرعة</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>أمامية: تعمل دائمًا</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>الأ&amp;ولوية</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>تعذّر فتح ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>{folder} is not there (yet).</source>
        <translation>⁨{folder}⁩ غير موجود (بعد).</translation>
    </message>
</context>
<context>
    <name>ConnectionTable</name>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Is at</source>
        <translation>عند</translation>
    </message>
    <message>
        <source>Goes on to</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Still to bring</source>
        <translation>بقي جلبه</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>{so_far}, no connection at the moment</source>
        <translation>{so_far}، لا اتصال حاليًا</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>All jobs together</source>
        <translation>كل المهام معًا</translation>
    </message>
    <message>
        <source>&amp;Jobs at once</source>
        <translation>ال&amp;مهام في آن واحد</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>المهام في آن واحد</translation>
    </message>
    <message>
        <source>Jobs at once, &amp;per host</source>
        <translation>المهام في آن واحد، ل&amp;كل خادم</translation>
    </message>
    <message>
        <source>Jobs at once, per host</source>
        <translation>المهام في آن واحد، لكل خادم</translation>
    </message>
    <message>
        <source>Connections per &amp;host</source>
        <translation>الاتصالات لكل &amp;خادم</translation>
    </message>
    <message>
        <source>Connections per host</source>
        <translation>الاتصالات لكل خادم</translation>
    </message>
    <message>
        <source>A job that was given more by hand may have them.</source>
        <translation>يجوز للمهمة التي أُعطيت أكثر يدويًا أن تأخذها.</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>المهام الجديدة</translation>
    </message>
    <message>
        <source>Connections per &amp;file</source>
        <translation>الاتصالات لكل م&amp;لف</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>الاتصالات لكل ملف</translation>
    </message>
    <message>
        <source>At most so many: another one is opened only while it makes the file faster.</source>
        <translation>هذا هو الحد الأقصى: لا يُفتح اتصال آخر إلا إذا سرّع الملف.</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>حد السرعة</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;حد السرعة</translation>
    </message>
    <message>
        <source>Each job can have a limit of its own besides, in its Properties.</source>
        <translation>يمكن أيضًا أن يكون لكل مهمة حد خاص في خصائصها.</translation>
    </message>
    <message>
        <source>Connections and speed</source>
        <translation>الاتصالات والسرعة</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>{name} is not in the list any more.</source>
        <translation>لم يعد ⁨{name}⁩ في القائمة.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>تعذّر حفظ هذا: {reason}.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>السجل الزمني</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>DoorBridge</name>
    <message>
        <source>The keyring does not answer, so the secret of other programs is not known. Unlock it, and they are heard again.</source>
        <translation>لا تستجيب حلقة المفاتيح، لذا فسر البرامج الأخرى غير معروف. افتح قفلها فتُقبل طلباتها من جديد.</translation>
    </message>
    <message>
        <source>Other programs cannot be heard, and the log tells where.</source>
        <translation>تعذّر قبول طلبات البرامج الأخرى، ويبيّن السجل موضع الخلل.</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to add the links</source>
        <translation>أفلت لإضافة الروابط</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>&amp;Show all jobs</source>
        <translation>إ&amp;ظهار كل المهام</translation>
    </message>
    <message>
        <source>&amp;Add links…</source>
        <translation>إ&amp;ضافة روابط…</translation>
    </message>
    <message>
        <source>Drop links here, or press {key}</source>
        <translation>أفلت الروابط هنا أو اضغط ⁨{key}⁩</translation>
    </message>
    <message>
        <source>Holdfast brings the files home, and holds on while the network does not.</source>
        <translation>يجلب Holdfast الملفات، ويصمد حين لا تصمد الشبكة.</translation>
    </message>
</context>
<context>
    <name>EngineBridge</name>
    <message>
        <source>Something unexpected happened; the log has the details.</source>
        <translation>حدث أمر غير متوقع؛ التفاصيل في السجل.</translation>
    </message>
</context>
<context>
    <name>ExtensionSteps</name>
    <message>
        <source>Folder of the extension</source>
        <translation>مجلد الإضافة</translation>
    </message>
    <message>
        <source>Co&amp;py path</source>
        <translation>نسخ ال&amp;مسار</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>إظهار في الم&amp;جلد</translation>
    </message>
    <message>
        <source>The extension cannot be put where browsers see it: {reason}.</source>
        <translation>تعذّر وضع الإضافة حيث تراها المتصفحات: ⁨{reason}⁩.</translation>
    </message>
    <message>
        <source>1. Open the page chrome://extensions
2. Switch on “Developer mode”
3. Press “Load unpacked” and choose the folder</source>
        <translation>1. افتح الصفحة ⁨chrome://extensions⁩
2. فعّل «وضع المطوّر» (⁨Developer mode⁩)
3. انقر «تحميل إضافة غير مضغوطة» (⁨Load unpacked⁩) واختر المجلد</translation>
    </message>
    <message>
        <source>It stays there. The browser may ask now and then whether you want it.</source>
        <translation>تبقى هناك. وقد يسأل المتصفح بين حين وآخر إن كنت تريدها.</translation>
    </message>
    <message>
        <source>1. Open the page about:debugging#/runtime/this-firefox
2. Press “Load Temporary Add-on…”
3. Choose the file manifest.json in the folder</source>
        <translation>1. افتح الصفحة ⁨about:debugging#/runtime/this-firefox⁩
2. انقر «تحميل إضافة مؤقتة…» (⁨Load Temporary Add-on…⁩)
3. اختر الملف ⁨manifest.json⁩ في المجلد</translation>
    </message>
    <message>
        <source>Until Firefox is closed: it keeps only what Mozilla has signed, and this is not yet.</source>
        <translation>إلى أن يُغلق Firefox: فهو لا يُبقي إلا ما وقّعته Mozilla، وهذه لم تُوقَّع بعد.</translation>
    </message>
    <message>
        <source>In Chromium, Chrome, Edge, Brave, Vivaldi and Opera</source>
        <translation>في ⁨Chromium⁩ و⁨Chrome⁩ و⁨Edge⁩ و⁨Brave⁩ و⁨Vivaldi⁩ و⁨Opera⁩</translation>
    </message>
    <message>
        <source>In Firefox and LibreWolf</source>
        <translation>في ⁨Firefox⁩ و⁨LibreWolf⁩</translation>
    </message>
    <message>
        <source>Nothing on this computer shows folders; copy the path instead.</source>
        <translation>لا شيء على هذا الحاسوب يعرض المجلدات؛ انسخ المسار بدلًا من ذلك.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>اختيار: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>different</source>
        <translation>مختلفة</translation>
    </message>
</context>
<context>
    <name>FileMap</name>
    <message>
        <source>The server has not said yet how large it is; {so_far}.</source>
        <translation>لم يذكر الخادم الحجم بعد؛ {so_far}.</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Is tried again: {reason}</source>
        <translation>تُعاد محاولته: {reason}</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>لم يبدأ بعد</translation>
    </message>
    <message>
        <source>All here, being checked</source>
        <translation>كله هنا، يجري التحقق منه</translation>
    </message>
    <message>
        <source>{size} are here</source>
        <translation>وصل {size}</translation>
    </message>
    <message>
        <source>Already here, and unchanged on the server</source>
        <translation>موجود هنا من قبل ولم يتغيّر على الخادم</translation>
    </message>
    <message>
        <source>Done, checked with {name}</source>
        <translation>مكتمل، جرى التحقق بـ ⁨{name}⁩</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>All here, kept as a part file</source>
        <translation>كله هنا، محفوظ كملف جزئي</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost</source>
        <translation>فشل وضاع السبب</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>جرى تخطيه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>&amp;Fetch again</source>
        <translation>ت&amp;نزيل من جديد</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>ت&amp;خطي</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>إعادة الت&amp;سمية</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>Show in f&amp;older</source>
        <translation>إظهار في الم&amp;جلد</translation>
    </message>
    <message>
        <source>Show its &amp;ranges</source>
        <translation>إظهار ن&amp;طاقاته</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>نسخ ال&amp;رابط</translation>
    </message>
    <message>
        <source>{count}, {done} done</source>
        <translation>{count}، اكتمل {done}</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Shows the jobs whose name, link or folder has these words. Escape clears.</source>
        <translation>يعرض المهام التي يحوي اسمها أو رابطها أو مجلدها هذه الكلمات. يمسحها Esc.</translation>
    </message>
    <message>
        <source>Filter ({key})</source>
        <translation>تصفية (⁨{key}⁩)</translation>
    </message>
</context>
<context>
    <name>FolderBox</name>
    <message>
        <source>Save in</source>
        <translation>الحفظ في</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>است&amp;عراض…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>است&amp;عراض…</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Holdfast goes on in the tray. Quit is in its menu there.</source>
        <translation>يستمر Holdfast في شريط النظام. الأمر «إنهاء» في قائمته هناك.</translation>
    </message>
    <message>
        <source>A click with the middle button on the icon adds what was copied.</source>
        <translation>النقر بالزر الأوسط على الأيقونة يضيف ما نُسخ.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>ال&amp;بقاء في شريط النظام عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>Transfers go on, and a click on the icon brings the window back.</source>
        <translation>تستمر عمليات النقل، والنقر على الأيقونة يعيد النافذة.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>&amp;Offer links as soon as they are copied</source>
        <translation>&amp;عرض الروابط فور نسخها</translation>
    </message>
    <message>
        <source>Nothing is fetched before you say so.</source>
        <translation>لا يُنزَّل شيء قبل موافقتك.</translation>
    </message>
    <message>
        <source>&amp;Ask the server for name and size while a link is being added</source>
        <translation>&amp;سؤال الخادم عن الاسم والحجم أثناء إضافة الرابط</translation>
    </message>
    <message>
        <source>When this is off, the server hears of a link only when its job begins.</source>
        <translation>عند إيقاف هذا لا يعلم الخادم بالرابط إلا عند بدء مهمته.</translation>
    </message>
    <message>
        <source>&amp;Start with the session, hidden in the tray</source>
        <translation>ال&amp;تشغيل مع بدء الجلسة، مخفيًا في شريط النظام</translation>
    </message>
    <message>
        <source>Inside Flatpak, the settings of the system decide about this.</source>
        <translation>داخل Flatpak تتحكم إعدادات النظام في ذلك.</translation>
    </message>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>تعذّر حفظ هذا: {reason}.</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>تُستخدم اللغة الجديدة ابتداءً من التشغيل التالي.</translation>
    </message>
</context>
<context>
    <name>GiveUpChooser</name>
    <message>
        <source>watched</source>
        <translation>تحت المراقبة</translation>
    </message>
    <message>
        <source>as BITS</source>
        <translation>مثل BITS</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>التوقف عن المحاولة بعد</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>مخصص…</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Give up after</source>
        <translation>التوقف عن المحاولة بعد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>&amp;Give up after this long without progress:</source>
        <translation>التوقف عن المحاولة &amp;بعد هذه المدة دون تقدّم:</translation>
    </message>
    <message>
        <source>{time} without progress so far, where it is longest</source>
        <translation>{time} دون تقدّم حتى الآن في أطولها</translation>
    </message>
    <message>
        <source>Each job keeps its own.</source>
        <translation>تحتفظ كل مهمة بما لها.</translation>
    </message>
    <message>
        <source>The first of them then gives up in {time}.</source>
        <translation>عندئذ تتوقف محاولة أولاها بعد {time}.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Holdfast help</source>
        <translation>مساعدة Holdfast (بالإنجليزية)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدم</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>البحث في المساعدة</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Select a job to see why it moves or does not.</source>
        <translation>حدّد مهمة لترى لماذا تتقدّم أو لا تتقدّم.</translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>إعادة ضبط الأ&amp;عمدة</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Change kind</source>
        <translation>تغيير النوع</translation>
    </message>
    <message>
        <source>Add kind</source>
        <translation>إضافة نوع</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>الامتدادات</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Where all others go</source>
        <translation>حيث تذهب البقية</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Without dots, with commas between them.</source>
        <translation>دون نقاط، وبينها فواصل.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Endings</source>
        <translation>ال&amp;امتدادات</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>الم&amp;جلد</translation>
    </message>
</context>
<context>
    <name>KindsField</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>ت&amp;غيير…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Rese&amp;t…</source>
        <translation>إعادة الض&amp;بط…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>الامتدادات</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>أنواع الملفات</translation>
    </message>
    <message>
        <source>Put back the kinds that came with Holdfast?</source>
        <translation>أتريد إعادة الأنواع التي جاءت مع Holdfast؟</translation>
    </message>
    <message>
        <source>Yours and their folders are forgotten; no file is moved.</source>
        <translation>تُنسى أنواعك ومجلداتها؛ ولا يُنقل أي ملف.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>Speed limit</source>
        <translation>حد السرعة</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Bring at &amp;most:</source>
        <translation>أ&amp;قصى سرعة:</translation>
    </message>
    <message>
        <source>All jobs &amp;together bring:</source>
        <translation>كل المهام م&amp;عًا:</translation>
    </message>
    <message>
        <source>The limit for all jobs together holds as well.</source>
        <translation>يسري أيضًا الحد المشترك لكل المهام.</translation>
    </message>
    <message>
        <source>A job's own limit holds as well.</source>
        <translation>يسري أيضًا الحد الخاص بالمهمة.</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>Links, one per line</source>
        <translation>الروابط، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Enter begins a new line, Ctrl+Enter adds what is written here</source>
        <translation>يبدأ Enter سطرًا جديدًا، ويضيف Ctrl+Enter ما كُتب هنا</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>كما في ال&amp;نظام</translation>
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
        <source>High contrast is always the system's own.</source>
        <translation>التباين العالي هو دائمًا تباين النظام.</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>صفوف القائمة</translation>
    </message>
    <message>
        <source>Co&amp;mfortable</source>
        <translation>&amp;مريحة</translation>
    </message>
    <message>
        <source>C&amp;ompact</source>
        <translation>م&amp;ضغوطة</translation>
    </message>
    <message>
        <source>The name, and below it what the job does.</source>
        <translation>الاسم، وتحته ما تفعله المهمة.</translation>
    </message>
    <message>
        <source>One line a job.</source>
        <translation>سطر واحد لكل مهمة.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>ا&amp;ختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>الإ&amp;بلاغ عن مشكلة…</translation>
    </message>
    <message>
        <source>&amp;About Holdfast</source>
        <translation>&amp;حول Holdfast</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>الأ&amp;عمدة</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) gave no answer: what it was to keep lasts until Holdfast ends.</source>
        <translation>لم تستجب حلقة المفاتيح (⁨{keyring}⁩): ما كان عليها حفظه يبقى حتى ينتهي Holdfast.</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. The path is {path}</source>
        <translation>لا برنامج على هذا الحاسوب يعرض المجلدات. المسار هو ⁨{path}⁩</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>نسخ المسار</translation>
    </message>
    <message>
        <source>There is no link in the clipboard.</source>
        <translation>لا يوجد رابط في الحافظة.</translation>
    </message>
    <message>
        <source>There is no link in what was dropped.</source>
        <translation>لا يوجد رابط فيما أُفلت.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>&amp;More</source>
        <translation>الم&amp;زيد</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>خيارات إضافية</translation>
    </message>
    <message>
        <source>Speed, connections, priority, checksum, sign-in, headers, proxy, certificates</source>
        <translation>السرعة والاتصالات والأولوية والمجموع الاختباري وتسجيل الدخول والترويسات والوكيل والشهادات</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>As in Preferences</source>
        <translation>كما في التفضيلات</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>حد السرعة</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>Wait between tries</source>
        <translation>الانتظار بين المحاولات</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>على الأقل</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>المجموع الاختباري</translation>
    </message>
    <message>
        <source>sha256:… or the link of a list</source>
        <translation>sha256:… أو رابط قائمة</translation>
    </message>
    <message>
        <source>Secrets among them are kept in the keyring.</source>
        <translation>ما كان سريًا منها يُحفظ في حلقة المفاتيح.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: secrets last until Holdfast ends.</source>
        <translation>لا توجد حلقة مفاتيح على هذا الحاسوب: تبقى الأسرار حتى ينتهي Holdfast.</translation>
    </message>
    <message>
        <source>A checksum is that of one file. For several, give the link of a list of checksums, such as SHA256SUMS.</source>
        <translation>المجموع الاختباري خاص بملف واحد. لعدة ملفات أعطِ رابط قائمة مجاميع، مثل SHA256SUMS.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>لا يوجد ملف ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>Line {n} is not a header: write Name: value.</source>
        <translation>السطر {n} ليس ترويسة: اكتب الاسم: القيمة.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>أمامية: تعمل دائمًا</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>على شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>التشغيل هناك أيضًا</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>انتظار شبكة أخرى</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>السؤال أولًا</translation>
    </message>
    <message>
        <source>Headers, one per line</source>
        <translation>الترويسات، واحدة في كل سطر</translation>
    </message>
    <message>
        <source>Referer: https://…</source>
        <translation>Referer: https://…</translation>
    </message>
    <message>
        <source>S&amp;peed limit</source>
        <translation>&amp;حد السرعة</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>ا&amp;لاتصالات</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>الأ&amp;ولوية</translation>
    </message>
    <message>
        <source>&amp;Wait between tries</source>
        <translation>الا&amp;نتظار بين المحاولات</translation>
    </message>
    <message>
        <source>On a me&amp;tered network</source>
        <translation>على &amp;شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Chec&amp;ksum</source>
        <translation>الم&amp;جموع الاختباري</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>ال&amp;ترويسات</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>For all jobs, unless one has a way of its own in its Properties.</source>
        <translation>لكل المهام، ما لم يكن لإحداها طريق خاص في خصائصها.</translation>
    </message>
    <message>
        <source>New jobs on a metered network</source>
        <translation>المهام الجديدة على شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>تبقى مهام القائمة على حالها؛ وتُغيَّر من «الخصائص».</translation>
    </message>
    <message>
        <source>No proxy for</source>
        <translation>بلا وكيل لـ</translation>
    </message>
    <message>
        <source>Hosts, *.domains and networks such as 10.0.0.0/8, with commas between them. This computer itself never needs a proxy.</source>
        <translation>خوادم و‎*.نطاقات وشبكات مثل 10.0.0.0/8، تفصل بينها فواصل. ولا يحتاج هذا الحاسوب نفسه إلى وكيل أبدًا.</translation>
    </message>
    <message>
        <source>No &amp;proxy for</source>
        <translation>بلا &amp;وكيل لـ</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>تسجيل ال&amp;دخول…</translation>
    </message>
    <message>
        <source>Sign-in for the proxy</source>
        <translation>الدخول إلى الوكيل</translation>
    </message>
    <message>
        <source>Kept for {user}.</source>
        <translation>محفوظ لـ ⁨{user}⁩.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>محفوظ.</translation>
    </message>
    <message>
        <source>&amp;Transfer as on any other</source>
        <translation>ال&amp;نقل كما على غيرها</translation>
    </message>
    <message>
        <source>&amp;Wait for another network</source>
        <translation>انت&amp;ظار شبكة أخرى</translation>
    </message>
    <message>
        <source>As&amp;k for each job</source>
        <translation>ال&amp;سؤال لكل مهمة</translation>
    </message>
    <message>
        <source>Their clocks stand still meanwhile.</source>
        <translation>يتوقف توقيتها في هذه الأثناء.</translation>
    </message>
    <message>
        <source>A job waits on hold until you choose “Run anyway” for it.</source>
        <translation>تبقى المهمة معلّقة إلى أن تختار لها «تشغيل على أي حال».</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>على سطح المكتب</translation>
    </message>
    <message>
        <source>Tell me when a job is &amp;done</source>
        <translation>إعلامي عند ا&amp;كتمال مهمة</translation>
    </message>
    <message>
        <source>With buttons that open the file or show it in its folder.</source>
        <translation>مع أزرار تفتح الملف أو تظهره في مجلده.</translation>
    </message>
    <message>
        <source>Tell me when a job &amp;gave up or failed</source>
        <translation>إعلامي عند ت&amp;وقف مهمة أو فشلها</translation>
    </message>
    <message>
        <source>It stays on the screen until someone has seen it, with a button to retry.</source>
        <translation>يبقى على الشاشة إلى أن يراه أحد، مع زر لإعادة المحاولة.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
</context>
<context>
    <name>OneLink</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>What is known of the link</source>
        <translation>ما يُعرف عن الرابط</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>إذا كان موجودًا هنا</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>إظهار في الم&amp;جلد</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>عدم الفتح</translation>
    </message>
</context>
<context>
    <name>OtherProgramsPage</name>
    <message>
        <source>Other programs</source>
        <translation>برامج أخرى</translation>
    </message>
    <message>
        <source>Programs that know aria2</source>
        <translation>البرامج التي تعرف aria2</translation>
    </message>
    <message>
        <source>AriaNg, Aria2-Explorer, aria2p and others can add downloads here and watch them, as they do with aria2. Only this computer is heard, and only who shows the secret.</source>
        <translation>يمكن لـ ⁨AriaNg⁩ و⁨Aria2-Explorer⁩ و⁨aria2p⁩ وغيرها إضافة تنزيلات هنا ومتابعتها كما مع aria2. لا تُقبل الطلبات إلا من هذا الحاسوب، وممّن يُظهر السر.</translation>
    </message>
    <message>
        <source>&amp;Let other programs use Holdfast</source>
        <translation>ال&amp;سماح لبرامج أخرى باستخدام Holdfast</translation>
    </message>
    <message>
        <source>No other program is heard.</source>
        <translation>لا تُقبل طلبات أي برنامج آخر.</translation>
    </message>
    <message>
        <source>They are heard now.</source>
        <translation>تُقبل طلباتها الآن.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>What to enter in the other program</source>
        <translation>ما يُدخَل في البرنامج الآخر</translation>
    </message>
    <message>
        <source>Some ask for the whole address, others for its parts.</source>
        <translation>بعضها يطلب العنوان كاملًا، وبعضها يطلب أجزاءه.</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>نسخ ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>المضيف</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>ال&amp;منفذ</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السر</translation>
    </message>
    <message>
        <source>Cop&amp;y secret</source>
        <translation>نسخ الس&amp;ر</translation>
    </message>
    <message>
        <source>&amp;New secret…</source>
        <translation>سر &amp;جديد…</translation>
    </message>
    <message>
        <source>Pages that may ask</source>
        <translation>الصفحات المسموح لها بالطلب</translation>
    </message>
    <message>
        <source>Programs and browser extensions need no entry. All other pages get nothing, so name those that you trust, with commas between them: an AriaNg on a server of your own, say.</source>
        <translation>لا تحتاج البرامج وإضافات المتصفح إلى إدراج. ولا تحصل الصفحات الأخرى على شيء، فاذكر ما تثق به منها، تفصل بينها فواصل: مثل AriaNg على خادم لك.</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>الص&amp;فحات</translation>
    </message>
    <message>
        <source>There is one as soon as other programs may ask.</source>
        <translation>يوجد سر متى سُمح لبرامج أخرى بالطلب.</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>يُحفظ في حلقة مفاتيح هذا الحاسوب.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it holds until Holdfast ends, and the next start has another one.</source>
        <translation>لا توجد حلقة مفاتيح على هذا الحاسوب: يسري حتى ينتهي Holdfast، وللتشغيل التالي سر آخر.</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>سر جديد</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>أتريد إنشاء سر جديد؟</translation>
    </message>
    <message>
        <source>Programs that have the old one are heard again once they have the new one.</source>
        <translation>البرامج التي لديها القديم تُقبل طلباتها من جديد متى صار لديها الجديد.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Learn more</source>
        <translation>معرفة المزيد</translation>
    </message>
    <message>
        <source>Learn more about this error</source>
        <translation>معرفة المزيد عن هذا الخطأ</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>تغيير…</translation>
    </message>
    <message>
        <source>Change the time after which it gives up</source>
        <translation>تغيير المدة التي تتوقف بعدها المحاولة</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>تغيير الرابط</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>المحاولة التالية</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>نصيحة</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>التوقف عن المحاولة بعد</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>حتى الآن</translation>
    </message>
    <message>
        <source>Saved to</source>
        <translation>محفوظ في</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيفت</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>الحدود</translation>
    </message>
    <message>
        <source>Metered networks</source>
        <translation>الشبكات محدودة البيانات</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copy &amp;all</source>
        <translation>نسخ ال&amp;كل</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>&amp;Sidebar</source>
        <translation>ال&amp;شريط الجانبي</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>الت&amp;فاصيل</translation>
    </message>
    <message>
        <source>Details &amp;below the list</source>
        <translation>التفاصيل أ&amp;سفل القائمة</translation>
    </message>
    <message>
        <source>Details b&amp;eside the list</source>
        <translation>التفاصيل ب&amp;جانب القائمة</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>اللوحة ال&amp;تالية</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>اللوحة السا&amp;بقة</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>الشهادات المقبولة لهذه المهمة</translation>
    </message>
    <message>
        <source>Forg&amp;et</source>
        <translation>ن&amp;سيان</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Folders and kinds</source>
        <translation>المجلدات والأنواع</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>أنواع الملفات</translation>
    </message>
    <message>
        <source>Told by the endings of their names. A kind may have a folder of its own.</source>
        <translation>تُعرف من امتدادات أسمائها. ويمكن أن يكون للنوع مجلد خاص.</translation>
    </message>
    <message>
        <source>Put files into</source>
        <translation>وضع الملفات في</translation>
    </message>
    <message>
        <source>&amp;Put files into</source>
        <translation>وضع ال&amp;ملفات في</translation>
    </message>
    <message>
        <source>Where nothing is written here, they go to the folder of downloads.</source>
        <translation>إذا تُرك هذا فارغًا ذهبت إلى مجلد التنزيلات.</translation>
    </message>
</context>
<context>
    <name>PowerPage</name>
    <message>
        <source>Power</source>
        <translation>الطاقة</translation>
    </message>
    <message>
        <source>Keep awake while jobs run</source>
        <translation>الإبقاء مستيقظًا أثناء عمل المهام</translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself. Its screen goes dark as usual.</source>
        <translation>لا يدخل الحاسوب في السكون من تلقاء نفسه. وتنطفئ شاشته كالمعتاد.</translation>
    </message>
    <message>
        <source>&amp;When it is plugged in</source>
        <translation>عند الا&amp;تصال بالكهرباء</translation>
    </message>
    <message>
        <source>On &amp;battery as well</source>
        <translation>على ال&amp;بطارية أيضًا</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>أب&amp;دًا</translation>
    </message>
    <message>
        <source>When it wakes up, jobs go on at once where they were.</source>
        <translation>عند استيقاظه تستمر المهام فورًا من حيث كانت.</translation>
    </message>
</context>
<context>
    <name>PreferenceKeeper</name>
    <message>
        <source>{file} cannot be read; the preferences are as they came.</source>
        <translation>تعذّرت قراءة ⁨{file}⁩؛ التفضيلات على حالتها الأولى.</translation>
    </message>
    <message>
        <source>{file} has entries that cannot be read: {names}</source>
        <translation>في ⁨{file}⁩ مدخلات تعذّرت قراءتها: ⁨{names}⁩</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إغلا&amp;ق</translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>الإبلاغ عن مشكلة</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>It is being put together…</source>
        <translation>يجري إعداده…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;حفظ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>This tells those who mend Holdfast what they need to know. It goes nowhere by itself. Passwords, tokens and cookies are taken out; names of files, folders and servers are not. Read it before you give it to anybody.</source>
        <translation>هذا ما يحتاج إلى معرفته من يصلح Holdfast. لا يذهب إلى أي مكان من تلقاء نفسه. أُزيلت كلمات المرور والرموز وملفات تعريف الارتباط؛ أما أسماء الملفات والمجلدات والخوادم فلا. اقرأه قبل أن تعطيه لأحد.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>نص (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message>
        <source>Properties</source>
        <translation>الخصائص</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيفت</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Give up and retries</source>
        <translation>التوقف وإعادة المحاولة</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>التوقف عن المحاولة &amp;بعد</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>الانتظار قبل إعادة المحاولة</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>الا&amp;نتظار قبل إعادة المحاولة</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>هذه المدة على الأقل؛ وتتضاعف مع كل إخفاق حتى 5 دقائق.</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>أطول مدة للتنزيل</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>أ&amp;طول مدة للتنزيل</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>أمامية</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>الأ&amp;ولوية</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>حد السرعة</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;حد السرعة</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>الاتصالات لكل ملف</translation>
    </message>
    <message>
        <source>&amp;Connections per file</source>
        <translation>الاتصالات &amp;لكل ملف</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>التشغيل هناك أيضًا</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>انتظار شبكة أخرى</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>السؤال أولًا</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>على شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>On a &amp;metered network</source>
        <translation>على &amp;شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>&amp;Run anyway: no network holds it any more</source>
        <translation>تش&amp;غيل على أي حال: لا تعلّقها أي شبكة بعد الآن</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>غير معروف بعد</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>&amp;Name of the file</source>
        <translation>ا&amp;سم الملف</translation>
    </message>
    <message>
        <source>A name has no slashes in it.</source>
        <translation>لا يحتوي الاسم على شرطات مائلة.</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>Which request</source>
        <translation>أي طلب</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>الطلب والرد</translation>
    </message>
    <message>
        <source>It has not been asked for since the program started.</source>
        <translation>لم يُطلب منذ بدء البرنامج.</translation>
    </message>
</context>
<context>
    <name>RetriesPage</name>
    <message>
        <source>Give up and retries</source>
        <translation>التوقف وإعادة المحاولة</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>المهام الجديدة</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>تبقى مهام القائمة على حالها؛ وتُغيَّر من «الخصائص».</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>كل المهام</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>&amp;BITS</source>
        <translation>&amp;BITS</translation>
    </message>
    <message>
        <source>&amp;Delivery Optimization</source>
        <translation>ت&amp;حسين التسليم</translation>
    </message>
    <message>
        <source>Every job gives up after 14 days without progress.</source>
        <translation>تتوقف محاولة كل مهمة بعد 14 يومًا دون تقدّم.</translation>
    </message>
    <message>
        <source>Jobs in the foreground and of high priority give up after 1 hour without progress, all others after 1 day.</source>
        <translation>تتوقف محاولة المهام الأمامية وعالية الأولوية بعد ساعة دون تقدّم، وسائر المهام بعد يوم.</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>كما يقول النمط</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>التوقف عن المحاولة &amp;بعد</translation>
    </message>
    <message>
        <source>The clock starts at the first error, every new byte sets it back to zero, and it stands still while a job is paused or on hold.</source>
        <translation>يبدأ التوقيت عند أول خطأ، ويعيده كل بايت جديد إلى الصفر، ويتوقف ما دامت المهمة متوقفة مؤقتًا أو معلّقة.</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>الانتظار قبل إعادة المحاولة</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>الا&amp;نتظار قبل إعادة المحاولة</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>هذه المدة على الأقل؛ وتتضاعف مع كل إخفاق حتى 5 دقائق.</translation>
    </message>
    <message>
        <source>That is longer than jobs hold on: they give up at the first error.</source>
        <translation>هذا أطول من صمود المهام: تتوقف عند أول خطأ.</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>أطول مدة للتنزيل</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>أ&amp;طول مدة للتنزيل</translation>
    </message>
    <message>
        <source>How long a job may connect and transfer, all in all. Waits do not count.</source>
        <translation>كم يمكن للمهمة أن تتصل وتنقل إجمالًا. لا تُحسب فترات الانتظار.</translation>
    </message>
    <message>
        <source>End forgotten jobs</source>
        <translation>إنهاء المهام المنسية</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
    <message>
        <source>&amp;End forgotten jobs</source>
        <translation>إن&amp;هاء المهام المنسية</translation>
    </message>
    <message>
        <source>A job that brought nothing and that nobody touched for this long is ended. What is here of it goes to the trash.</source>
        <translation>تُنهى المهمة التي لم تجلب شيئًا ولم يلمسها أحد طوال هذه المدة. ويُنقل ما وصل منها إلى سلة المهملات.</translation>
    </message>
</context>
<context>
    <name>RetryWindow</name>
    <message>
        <source>Retry window</source>
        <translation>مهلة إعادة المحاولة</translation>
    </message>
    <message>
        <source>Time without progress that is used up</source>
        <translation>ما استُهلك من المدة دون تقدّم</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>What will be added</source>
        <translation>ما سيُضاف</translation>
    </message>
    <message>
        <source>F2 changes a name, Space what becomes of a file: one that is already here, or one that a Metalink tells of</source>
        <translation>يغيّر F2 الاسم، ومفتاح المسافة مصير الملف: ملف موجود هنا، أو ملف يذكره Metalink</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>استبعاد</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>إعادة الإدراج</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>إذا كان موجودًا هنا</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show: {name}</source>
        <translation>إظهار: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>Show what is written</source>
        <translation>إظهار المكتوب</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>{command} ({key})</source>
        <translation>{command} (⁨{key}⁩)</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation>مجموعات المهام</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>الأنواع</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>تسجيل الدخول إلى الوكيل</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>تسجيل الدخول بـ</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميز</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>&amp;For all downloads from {host}</source>
        <translation>ل&amp;كل التنزيلات من ⁨{host}⁩</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>It says: {realm}</source>
        <translation>يقول: ⁨{realm}⁩</translation>
    </message>
    <message>
        <source>The server says: {realm}</source>
        <translation>يقول الخادم: ⁨{realm}⁩</translation>
    </message>
    <message>
        <source>The last sign-in was refused.</source>
        <translation>رُفض تسجيل الدخول الأخير.</translation>
    </message>
    <message>
        <source>The last sign-in did not work: {reason}.</source>
        <translation>لم ينجح تسجيل الدخول الأخير: ⁨{reason}⁩.</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>تسجيل ال&amp;دخول بـ</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>اسم المست&amp;خدم</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>كلمة الم&amp;رور</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>الرمز المم&amp;يز</translation>
    </message>
</context>
<context>
    <name>SignInsPage</name>
    <message>
        <source>Sign-ins</source>
        <translation>بيانات الدخول</translation>
    </message>
    <message>
        <source>For all downloads from a server, or through a proxy</source>
        <translation>لكل التنزيلات من خادم أو عبر وكيل</translation>
    </message>
    <message>
        <source>They come here when you sign in and choose so. Each is shown only to the server or the proxy that it was made for.</source>
        <translation>تأتي إلى هنا حين تسجّل الدخول وتختار ذلك. ولا يُعرض كل منها إلا على الخادم أو الوكيل الذي أُعدّ له.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>For</source>
        <translation>لـ</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Proxy {address}</source>
        <translation>الوكيل ⁨{address}⁩</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: sign-ins are kept until Holdfast ends, and are never written to a file.</source>
        <translation>لا توجد حلقة مفاتيح على هذا الحاسوب: تُحفظ بيانات الدخول حتى ينتهي Holdfast، ولا تُكتب في ملف أبدًا.</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer ({keyring}).</source>
        <translation>تُحفظ في حلقة مفاتيح هذا الحاسوب (⁨{keyring}⁩).</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer.</source>
        <translation>تُحفظ في حلقة مفاتيح هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Servers that have the file</source>
        <translation>الخوادم التي لديها الملف</translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>ما جُلب</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Speed of the last minute</source>
        <translation>سرعة الدقيقة الأخيرة</translation>
    </message>
</context>
<context>
    <name>SpeedGraph</name>
    <message>
        <source>Speed over time</source>
        <translation>السرعة عبر الزمن</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>قبل {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>الحد</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>5 minutes</source>
        <translation>5 دقائق</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>يوم واحد</translation>
    </message>
    <message>
        <source>Speed in figures</source>
        <translation>السرعة بالأرقام</translation>
    </message>
    <message>
        <source>The time that the graph shows</source>
        <translation>المدة التي يعرضها المخطط</translation>
    </message>
    <message>
        <source>All jobs together: {figures}</source>
        <translation>كل المهام معًا: {figures}</translation>
    </message>
    <message>
        <source>nothing has come in this time</source>
        <translation>لم يصل شيء في هذه المدة</translation>
    </message>
    <message>
        <source>now {now}, {average} on average, {highest} at most</source>
        <translation>الآن {now}، المتوسط {average}، الأعلى {highest}</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>كل المهام</translation>
    </message>
    <message>
        <source>{name}, the last {span}, every {step} a row, the oldest first</source>
        <translation>⁨{name}⁩، آخر {span}، سطر كل {step}، الأقدم أولًا</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Network and free space</source>
        <translation>الشبكة والمساحة المتاحة</translation>
    </message>
    <message>
        <source>Total speed</source>
        <translation>السرعة الإجمالية</translation>
    </message>
    <message>
        <source>Speed limit for all jobs together</source>
        <translation>حد السرعة لكل المهام معًا</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{size} متاحة في ⁨{folder}⁩</translation>
    </message>
    <message>
        <source>{n} of {total} jobs shown</source>
        <translation>عُرض {n} من {total} مهمة</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Behind a sign-in page</source>
        <translation>خلف صفحة تسجيل دخول</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>At most {rate}</source>
        <translation>{rate} على الأكثر</translation>
    </message>
    <message>
        <source>No speed limit</source>
        <translation>بلا حد للسرعة</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>السجل الزمني</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Hide window</source>
        <translation>إ&amp;خفاء النافذة</translation>
    </message>
    <message>
        <source>Sho&amp;w window</source>
        <translation>إ&amp;ظهار النافذة</translation>
    </message>
</context>
<context>
    <name>TrustBridge</name>
    <message>
        <source>The certificates of the server cannot be shown.</source>
        <translation>تعذّر إظهار شهادات الخادم.</translation>
    </message>
</context>
<context>
    <name>TrustFields</name>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز المميز</translation>
    </message>
    <message>
        <source>Take the sign-in from the file .netrc</source>
        <translation>أخذ بيانات الدخول من الملف ⁨.netrc⁩</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>الشهادات (*.pem *.crt *.cer *.p12 *.pfx);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>شهادة العميل</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>كلمة مرور الشهادة</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>الثقة أيضًا بـ</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>شهادات (PEM) لجهات أخرى</translation>
    </message>
    <message>
        <source>Follow servers from https to http, without encryption</source>
        <translation>اتباع الخوادم من https إلى http دون تعمية</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>اسم المست&amp;خدم</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>كلمة المر&amp;ور</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>الر&amp;مز المميز</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>الو&amp;كيل</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>شهادة ال&amp;عميل</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>كلمة &amp;مرورها</translation>
    </message>
    <message>
        <source>Either a user name and a password, or a token.</source>
        <translation>إما اسم مستخدم وكلمة مرور، وإما رمز مميز.</translation>
    </message>
</context>
<context>
    <name>TrustSection</name>
    <message>
        <source>Sign-in and security</source>
        <translation>تسجيل الدخول والأمان</translation>
    </message>
    <message>
        <source>Foll&amp;ow servers from https to http, without encryption</source>
        <translation>ا&amp;تباع الخوادم من https إلى http دون تعمية</translation>
    </message>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>الشهادات المقبولة لهذه المهمة</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>تسجيل ال&amp;دخول…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Remove the sign-in of this job</source>
        <translation>إزالة بيانات دخول هذه المهمة</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>الو&amp;كيل</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>الشهادات (*.pem *.crt *.cer *.p12 *.pfx);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>شهادة العميل</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>شهادة ال&amp;عميل</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>كلمة مرور الشهادة</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>كلمة &amp;مرورها</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>الثقة أيضًا بـ</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>شهادات (PEM) لجهات أخرى</translation>
    </message>
    <message>
        <source>&amp;Trust as well</source>
        <translation>ال&amp;ثقة أيضًا بـ</translation>
    </message>
    <message>
        <source>A sign-in or headers are kept for it.</source>
        <translation>حُفظت لها بيانات دخول أو ترويسات.</translation>
    </message>
    <message>
        <source>None of its own.</source>
        <translation>لا شيء خاص بها.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>WayField</name>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>كما &amp;في النظام</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>&amp;بلا وكيل</translation>
    </message>
    <message>
        <source>Thro&amp;ugh this one:</source>
        <translation>عبر &amp;هذا:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>عنوان الوكيل</translation>
    </message>
    <message>
        <source>http, https, socks5 or socks5h</source>
        <translation>http أو https أو socks5 أو socks5h</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
</context>
<context>
    <name>_AdviceLine</name>
    <message>
        <source>Advice</source>
        <translation>نصيحة</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>_Text</name>
    <message>
        <source>Text of the page</source>
        <translation>نص الصفحة</translation>
    </message>
</context>
<context>
    <name>adding</name>
    <message>
        <source>This line is too long for a link.</source>
        <translation>هذا السطر أطول من أن يكون رابطًا.</translation>
    </message>
    <message>
        <source>This pattern stands for more than {links}.</source>
        <translation>يمثل هذا النمط أكثر من {links}.</translation>
    </message>
    <message>
        <source>This is taken as one link: a range of numbers is written as in [001-120].</source>
        <translation>يُؤخذ هذا رابطًا واحدًا: يُكتب نطاق الأرقام كما في ⁨[001-120]⁩.</translation>
    </message>
    <message>
        <source>Already in the list: {state}</source>
        <translation>موجودة في القائمة: {state}</translation>
    </message>
    <message>
        <source>A job in the list has this name: {state}</source>
        <translation>في القائمة مهمة بهذا الاسم: {state}</translation>
    </message>
    <message>
        <source>A job in the list waits for this file: {state}</source>
        <translation>في القائمة مهمة تنتظر هذا الملف: {state}</translation>
    </message>
    <message>
        <source>The folder already has a file of this name</source>
        <translation>في المجلد ملف بهذا الاسم من قبل</translation>
    </message>
    <message>
        <source>Add with a number</source>
        <translation>إضافة برقم</translation>
    </message>
    <message>
        <source>Replace what is here</source>
        <translation>استبدال الموجود</translation>
    </message>
    <message>
        <source>Go on with this link</source>
        <translation>المتابعة بهذا الرابط</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>تركه</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>مستبعد</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>جارٍ سؤال ⁨{host}⁩…</translation>
    </message>
    <message>
        <source>sent by the browser</source>
        <translation>مُسلَّم من المتصفح</translation>
    </message>
    <message>
        <source>can be resumed</source>
        <translation>يمكن استئنافه</translation>
    </message>
    <message>
        <source>cannot be resumed</source>
        <translation>لا يمكن استئنافه</translation>
    </message>
    <message>
        <source>Leave it out, and show what is here</source>
        <translation>تركه وإظهار الموجود</translation>
    </message>
    <message>
        <source>Replace what is here: its file goes to the trash</source>
        <translation>استبدال الموجود: يُنقل ملفه إلى سلة المهملات</translation>
    </message>
    <message>
        <source>Replace what is here: it begins anew</source>
        <translation>استبدال الموجود: يبدأ من جديد</translation>
    </message>
    <message>
        <source>Update the link of the waiting job and go on</source>
        <translation>تحديث رابط المهمة المنتظِرة والمتابعة</translation>
    </message>
    <message>
        <source>Go on with this link: the job keeps what is here</source>
        <translation>المتابعة بهذا الرابط: تحتفظ المهمة بما وصل</translation>
    </message>
    <message>
        <source>Go on with this link: the size fits</source>
        <translation>المتابعة بهذا الرابط: الحجم مناسب</translation>
    </message>
    <message>
        <source>Go on with this link: the size differs, so it may start over</source>
        <translation>المتابعة بهذا الرابط: الحجم مختلف، فقد يبدأ من جديد</translation>
    </message>
    <message>
        <source>That is more than can be added at once: {links} are taken.</source>
        <translation>هذا أكثر مما يمكن إضافته دفعة واحدة: يؤخذ {links}.</translation>
    </message>
    <message>
        <source>{links} by number: {first} to {last}</source>
        <translation>{links} بالترقيم: ⁨{first}⁩ إلى ⁨{last}⁩</translation>
    </message>
    <message>
        <source>&amp;Add links</source>
        <translation>إ&amp;ضافة روابط</translation>
    </message>
    <message>
        <source>&amp;Go on with the new link</source>
        <translation>ال&amp;متابعة بالرابط الجديد</translation>
    </message>
    <message>
        <source>&amp;Show what is here</source>
        <translation>إ&amp;ظهار الموجود</translation>
    </message>
    <message>
        <source>{free} free in {place}</source>
        <translation>{free} متاحة في ⁨{place}⁩</translation>
    </message>
    <message>
        <source>Only {free} free in {place}: too little</source>
        <translation>{free} فقط متاحة في ⁨{place}⁩: لا تكفي</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>There is no such job.</source>
        <translation>لا توجد مهمة كهذه.</translation>
    </message>
    <message>
        <source>This job is {state}: there is nothing to retry.</source>
        <translation>حالة هذه المهمة «{state}»: لا يوجد ما تُعاد محاولته.</translation>
    </message>
</context>
<context>
    <name>aria2</name>
    <message>
        <source>Port {port} is in use by another program, maybe by aria2 itself. End that program, or choose another port.</source>
        <translation>المنفذ {port} يستخدمه برنامج آخر، ربما aria2 نفسه. أنهِ ذلك البرنامج أو اختر منفذًا آخر.</translation>
    </message>
    <message>
        <source>The system keeps port {port} for its own services. Choose one above 1023.</source>
        <translation>يحتفظ النظام بالمنفذ {port} لخدماته. اختر منفذًا أكبر من 1023.</translation>
    </message>
    <message>
        <source>Nobody can be heard at port {port}: {reason}.</source>
        <translation>تعذّر قبول الطلبات على المنفذ {port}: ⁨{reason}⁩.</translation>
    </message>
    <message>
        <source>Only the beginning of an address is meant: {origin}, without what follows.</source>
        <translation>المقصود بداية العنوان فقط: ⁨{origin}⁩، دون ما يليها.</translation>
    </message>
    <message>
        <source>Not more than {n} pages can be allowed.</source>
        <translation>لا يمكن السماح لأكثر من {n} صفحة.</translation>
    </message>
    <message>
        <source>“{text}” is no page: write it like http://localhost:8080.</source>
        <translation>«⁨{text}⁩» ليست صفحة: اكتبها مثل ⁨http://localhost:8080⁩.</translation>
    </message>
</context>
<context>
    <name>browsers</name>
    <message>
        <source>Holdfast can fetch again only what was asked for by GET.</source>
        <translation>لا يستطيع Holdfast أن يجلب من جديد إلا ما طُلب بطريقة GET.</translation>
    </message>
    <message>
        <source>The browser sends more with this link than a server would take.</source>
        <translation>يرسل المتصفح مع هذا الرابط أكثر مما يقبله خادم.</translation>
    </message>
    <message>
        <source>What the browser sends with this link has characters that no header can have.</source>
        <translation>ما يرسله المتصفح مع هذا الرابط فيه محارف لا ترد في أي ترويسة.</translation>
    </message>
    <message>
        <source>This instance has no window.</source>
        <translation>ليس لهذه النسخة نافذة.</translation>
    </message>
    <message>
        <source>The browser gave the download no name.</source>
        <translation>لم يعطِ المتصفح التنزيل اسمًا.</translation>
    </message>
    <message>
        <source>More downloads are offered than can be taken.</source>
        <translation>عُرضت تنزيلات أكثر مما يمكن تولّيه.</translation>
    </message>
    <message>
        <source>Nobody is ready for this download.</source>
        <translation>لا أحد مستعد لهذا التنزيل.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connected for everyone on this computer</source>
        <translation>متصل لكل مستخدمي هذا الحاسوب</translation>
    </message>
    <message>
        <source>Connected to another copy of Holdfast: {program}</source>
        <translation>متصل بنسخة أخرى من Holdfast: ⁨{program}⁩</translation>
    </message>
    <message>
        <source>Connected to a Holdfast that is not there any more: {program}</source>
        <translation>متصل بنسخة من Holdfast لم تعد موجودة: ⁨{program}⁩</translation>
    </message>
    <message>
        <source>Connected for an older extension; connect it again</source>
        <translation>متصل لإضافة أقدم؛ صِله من جديد</translation>
    </message>
    <message>
        <source>Something else is in the way; move it away: {file}</source>
        <translation>هناك شيء آخر يعترض؛ انقله: ⁨{file}⁩</translation>
    </message>
    <message>
        <source>The program “holdfast-native” is missing, which browsers start. Install Holdfast anew.</source>
        <translation>البرنامج «⁨holdfast-native⁩» الذي تشغّله المتصفحات مفقود. ثبّت Holdfast من جديد.</translation>
    </message>
    <message>
        <source>Browsers cannot start Holdfast where it is now: {path}. Move it to its place first.</source>
        <translation>لا تستطيع المتصفحات تشغيل Holdfast من مكانه الحالي: ⁨{path}⁩. انقله إلى مكانه أولًا.</translation>
    </message>
    <message>
        <source>This file is in the way and does not belong to Holdfast: {path}. Move it away first.</source>
        <translation>هذا الملف يعترض وليس من ملفات Holdfast: ⁨{path}⁩. انقله أولًا.</translation>
    </message>
    <message>
        <source>This file is a link, which somebody else looks after: {path}. It is left as it is.</source>
        <translation>هذا الملف وصلة يتولى أمرها غيرنا: ⁨{path}⁩. يُترك كما هو.</translation>
    </message>
    <message>
        <source>This folder is a link that leads nowhere: {path}.</source>
        <translation>هذا المجلد وصلة لا تؤدي إلى شيء: ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>There has to be a folder here, and is something else: {path}.</source>
        <translation>ينبغي أن يكون هنا مجلد، لكنه شيء آخر: ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>You may not write into this folder: {path}.</source>
        <translation>لا إذن لك بالكتابة في هذا المجلد: ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>This cannot be written: {path}. {reason}.</source>
        <translation>تعذّرت كتابة هذا: ⁨{path}⁩. ⁨{reason}⁩.</translation>
    </message>
    <message>
        <source>Connected by a file that is not there any more: {file}</source>
        <translation>متصل بملف لم يعد موجودًا: ⁨{file}⁩</translation>
    </message>
    <message>
        <source>{browser} from {way} asks the system to start Holdfast, which not every system can do (Ubuntu can). It asks you once.</source>
        <translation>يطلب ⁨{browser}⁩ من ⁨{way}⁩ إلى النظام تشغيل Holdfast، وليس كل نظام قادرًا على ذلك (Ubuntu قادر). ويسألك مرة واحدة.</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system can.</source>
        <translation>لا يُسمح لمتصفح ⁨{browser}⁩ من ⁨{way}⁩ بتشغيل برامج أخرى، فلا يمكن توصيله. المتصفح نفسه كحزمة من النظام يمكن توصيله.</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system, or from its makers, can.</source>
        <translation>لا يُسمح لمتصفح ⁨{browser}⁩ من ⁨{way}⁩ بتشغيل برامج أخرى، فلا يمكن توصيله. المتصفح نفسه كحزمة من النظام، أو من صانعيه، يمكن توصيله.</translation>
    </message>
</context>
<context>
    <name>bus_inhibitor</name>
    <message>
        <source>Transfers are running</source>
        <translation>عمليات النقل جارية</translation>
    </message>
</context>
<context>
    <name>categories</name>
    <message>
        <source>Disk images</source>
        <translation>صور الأقراص</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>الأرشيفات</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>البرامج</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>مقاطع الفيديو</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>الموسيقى</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>A kind needs a name.</source>
        <translation>يحتاج النوع إلى اسم.</translation>
    </message>
    <message>
        <source>There is a kind with this name already.</source>
        <translation>يوجد نوع بهذا الاسم من قبل.</translation>
    </message>
    <message>
        <source>A kind needs an ending at least, such as iso.</source>
        <translation>يحتاج النوع إلى امتداد واحد على الأقل، مثل iso.</translation>
    </message>
    <message>
        <source>“{ending}” belongs to “{kind}” already.</source>
        <translation>«⁨{ending}⁩» تابع لـ«⁨{kind}⁩» من قبل.</translation>
    </message>
    <message>
        <source>“{ending}”: write only what follows the last dot.</source>
        <translation>«⁨{ending}⁩»: اكتب ما يلي النقطة الأخيرة فقط.</translation>
    </message>
    <message>
        <source>“{ending}” is too long for an ending.</source>
        <translation>«⁨{ending}⁩» أطول من أن يكون امتدادًا.</translation>
    </message>
    <message>
        <source>“{ending}” has a character that endings do not have.</source>
        <translation>في «⁨{ending}⁩» محرف لا يرد في الامتدادات.</translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message>
        <source>not readable</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>نفسها</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>This is not the certificate that you have trusted for this job: the server shows another one.</source>
        <translation>ليست هذه الشهادة التي وثقت بها لهذه المهمة: يُظهر الخادم شهادة أخرى.</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted.</source>
        <translation>لا يمكن الوثوق بشهادته.</translation>
    </message>
    <message>
        <source>Its certificate is in order now.</source>
        <translation>شهادته سليمة الآن.</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>انتهت صلاحية شهادته.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet. Is the clock of this computer right?</source>
        <translation>لم تصبح شهادته صالحة بعد. هل ساعة هذا الحاسوب صحيحة؟</translation>
    </message>
    <message>
        <source>Its certificate is signed by an authority that this computer does not know.</source>
        <translation>شهادته موقّعة من جهة لا يعرفها هذا الحاسوب.</translation>
    </message>
    <message>
        <source>It has made its certificate itself: nobody else vouches for it.</source>
        <translation>صنع شهادته بنفسه: لا يضمنها أحد سواه.</translation>
    </message>
    <message>
        <source>Its certificate is for another name than that of the server.</source>
        <translation>شهادته لاسم غير اسم الخادم.</translation>
    </message>
    <message>
        <source>No secure connection comes about, whatever is trusted.</source>
        <translation>لا يقوم اتصال آمن مهما كان ما يوثق به.</translation>
    </message>
    <message>
        <source>Its certificate has been revoked by the authority that signed it.</source>
        <translation>أبطلت شهادتَه الجهةُ التي وقّعتها.</translation>
    </message>
    <message>
        <source>Its certificate is made in an outdated way that can be forged.</source>
        <translation>شهادته مصنوعة بطريقة قديمة يمكن تزويرها.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>بلا اسم</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Foreground</source>
        <translation>أمامية</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>{name}, not checked yet</source>
        <translation>⁨{name}⁩، لم يُتحقق منه بعد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>الوقت المتبقي</translation>
    </message>
    <message>
        <source>Gives up in</source>
        <translation>تتوقف بعد</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>الإضافة</translation>
    </message>
    <message>
        <source>Last progress</source>
        <translation>آخر تقدّم</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>المحاولة التالية</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>المُنزَّل</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>اكتملت في</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>المجموع الاختباري</translation>
    </message>
</context>
<context>
    <name>countdown</name>
    <message>
        <source>Holdfast quits in {time}.</source>
        <translation>يُنهى Holdfast بعد {time}.</translation>
    </message>
    <message>
        <source>The computer is suspended in {time}.</source>
        <translation>يدخل الحاسوب في السكون بعد {time}.</translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation>يُوقَف تشغيل الحاسوب بعد {time}.</translation>
    </message>
    <message>
        <source>In {time} this runs: {command}</source>
        <translation>بعد {time} يُشغَّل: ⁨{command}⁩</translation>
    </message>
    <message>
        <source>&amp;Quit now</source>
        <translation>إ&amp;نهاء الآن</translation>
    </message>
    <message>
        <source>&amp;Suspend now</source>
        <translation>ال&amp;سكون الآن</translation>
    </message>
    <message>
        <source>Shut &amp;down now</source>
        <translation>إي&amp;قاف التشغيل الآن</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>ال&amp;تشغيل الآن</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>{n} files</source>
        <extracomment>1 file</extracomment>
        <translation>
            <numerusform>{n} ملف</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>{n} ملفات</numerusform>
            <numerusform>{n} ملفًا</numerusform>
            <numerusform>{n} ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <extracomment>1 link</extracomment>
        <translation>
            <numerusform>{n} رابط</numerusform>
            <numerusform>رابط واحد</numerusform>
            <numerusform>رابطان</numerusform>
            <numerusform>{n} روابط</numerusform>
            <numerusform>{n} رابطًا</numerusform>
            <numerusform>{n} رابط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more servers</source>
        <extracomment>1 more server</extracomment>
        <translation>
            <numerusform>{n} خادم آخر</numerusform>
            <numerusform>خادم واحد آخر</numerusform>
            <numerusform>خادمان آخران</numerusform>
            <numerusform>{n} خوادم أخرى</numerusform>
            <numerusform>{n} خادمًا آخر</numerusform>
            <numerusform>{n} خادم آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a Metalink of {n} files, which come instead of it</source>
        <extracomment>a Metalink of 1 file, which comes instead of it</extracomment>
        <translation>
            <numerusform>ملف Metalink يضم {n} ملف تأتي بدلًا منه</numerusform>
            <numerusform>ملف Metalink يضم ملفًا واحدًا يأتي بدلًا منه</numerusform>
            <numerusform>ملف Metalink يضم ملفين يأتيان بدلًا منه</numerusform>
            <numerusform>ملف Metalink يضم {n} ملفات تأتي بدلًا منه</numerusform>
            <numerusform>ملف Metalink يضم {n} ملفًا تأتي بدلًا منه</numerusform>
            <numerusform>ملف Metalink يضم {n} ملف تأتي بدلًا منه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>حتى {n} خادم</numerusform>
            <numerusform>خادم واحد</numerusform>
            <numerusform>حتى خادمين</numerusform>
            <numerusform>حتى {n} خوادم</numerusform>
            <numerusform>حتى {n} خادمًا</numerusform>
            <numerusform>حتى {n} خادم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} lines more</source>
        <extracomment>and one line more</extracomment>
        <translation>
            <numerusform>و {n} سطر آخر</numerusform>
            <numerusform>وسطر واحد آخر</numerusform>
            <numerusform>وسطران آخران</numerusform>
            <numerusform>و {n} أسطر أخرى</numerusform>
            <numerusform>و {n} سطرًا آخر</numerusform>
            <numerusform>و {n} سطر آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of unknown size</source>
        <extracomment>1 of unknown size</extracomment>
        <translation>
            <numerusform>{n} بحجم غير معروف</numerusform>
            <numerusform>واحد بحجم غير معروف</numerusform>
            <numerusform>اثنان بحجم غير معروف</numerusform>
            <numerusform>{n} بحجم غير معروف</numerusform>
            <numerusform>{n} بحجم غير معروف</numerusform>
            <numerusform>{n} بحجم غير معروف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are already here</source>
        <extracomment>1 is already here</extracomment>
        <translation>
            <numerusform>{n} موجودة من قبل</numerusform>
            <numerusform>واحد موجود من قبل</numerusform>
            <numerusform>اثنان موجودان من قبل</numerusform>
            <numerusform>{n} موجودة من قبل</numerusform>
            <numerusform>{n} موجودة من قبل</numerusform>
            <numerusform>{n} موجودة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add {n} links</source>
        <extracomment>&amp;Add link</extracomment>
        <translation>
            <numerusform>إ&amp;ضافة {n} رابط</numerusform>
            <numerusform>إ&amp;ضافة الرابط</numerusform>
            <numerusform>إ&amp;ضافة الرابطين</numerusform>
            <numerusform>إ&amp;ضافة {n} روابط</numerusform>
            <numerusform>إ&amp;ضافة {n} رابطًا</numerusform>
            <numerusform>إ&amp;ضافة {n} رابط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are under way.</source>
        <extracomment>1 job is under way.</extracomment>
        <translation>
            <numerusform>{n} مهمة جارية.</numerusform>
            <numerusform>مهمة واحدة جارية.</numerusform>
            <numerusform>مهمتان جاريتان.</numerusform>
            <numerusform>{n} مهام جارية.</numerusform>
            <numerusform>{n} مهمة جارية.</numerusform>
            <numerusform>{n} مهمة جارية.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <extracomment>1 second</extracomment>
        <translation>
            <numerusform>{n} ثانية</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>{n} ثوانٍ</numerusform>
            <numerusform>{n} ثانية</numerusform>
            <numerusform>{n} ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} connections</source>
        <extracomment>1 connection</extracomment>
        <translation>
            <numerusform>{n} اتصال</numerusform>
            <numerusform>اتصال واحد</numerusform>
            <numerusform>اتصالان</numerusform>
            <numerusform>{n} اتصالات</numerusform>
            <numerusform>{n} اتصالًا</numerusform>
            <numerusform>{n} اتصال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers have the file</source>
        <extracomment>1 server has the file</extracomment>
        <translation>
            <numerusform>{n} خادم لديه الملف</numerusform>
            <numerusform>خادم واحد لديه الملف</numerusform>
            <numerusform>خادمان لديهما الملف</numerusform>
            <numerusform>{n} خوادم لديها الملف</numerusform>
            <numerusform>{n} خادمًا لديه الملف</numerusform>
            <numerusform>{n} خادم لديه الملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs</source>
        <extracomment>1 job</extracomment>
        <translation>
            <numerusform>لا مهام ({n})</numerusform>
            <numerusform>مهمة واحدة</numerusform>
            <numerusform>مهمتان</numerusform>
            <numerusform>{n} مهام</numerusform>
            <numerusform>{n} مهمة</numerusform>
            <numerusform>{n} مهمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tries</source>
        <extracomment>1 try</extracomment>
        <translation>
            <numerusform>{n} محاولة</numerusform>
            <numerusform>محاولة واحدة</numerusform>
            <numerusform>محاولتان</numerusform>
            <numerusform>{n} محاولات</numerusform>
            <numerusform>{n} محاولة</numerusform>
            <numerusform>{n} محاولة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <extracomment>1 error</extracomment>
        <translation>
            <numerusform>{n} خطأ</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>{n} أخطاء</numerusform>
            <numerusform>{n} خطأ</numerusform>
            <numerusform>{n} خطأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>and 1 more</extracomment>
        <translation>
            <numerusform>و {n} غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و {n} أخرى</numerusform>
            <numerusform>و {n} أخرى</numerusform>
            <numerusform>و {n} أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers for each file</source>
        <extracomment>1 server for each file</extracomment>
        <translation>
            <numerusform>حتى {n} خادم لكل ملف</numerusform>
            <numerusform>خادم واحد لكل ملف</numerusform>
            <numerusform>حتى خادمين لكل ملف</numerusform>
            <numerusform>حتى {n} خوادم لكل ملف</numerusform>
            <numerusform>حتى {n} خادمًا لكل ملف</numerusform>
            <numerusform>حتى {n} خادم لكل ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} connections per file</source>
        <extracomment>1 connection per file</extracomment>
        <translation>
            <numerusform>حتى {n} اتصال لكل ملف</numerusform>
            <numerusform>اتصال واحد لكل ملف</numerusform>
            <numerusform>حتى اتصالين لكل ملف</numerusform>
            <numerusform>حتى {n} اتصالات لكل ملف</numerusform>
            <numerusform>حتى {n} اتصالًا لكل ملف</numerusform>
            <numerusform>حتى {n} اتصال لكل ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are not shown here.</source>
        <extracomment>1 job is not shown here.</extracomment>
        <translation>
            <numerusform>{n} مهمة غير معروضة هنا.</numerusform>
            <numerusform>مهمة واحدة غير معروضة هنا.</numerusform>
            <numerusform>مهمتان غير معروضتين هنا.</numerusform>
            <numerusform>{n} مهام غير معروضة هنا.</numerusform>
            <numerusform>{n} مهمة غير معروضة هنا.</numerusform>
            <numerusform>{n} مهمة غير معروضة هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <extracomment>1 day</extracomment>
        <translation>
            <numerusform>{n} يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>{n} أيام</numerusform>
            <numerusform>{n} يومًا</numerusform>
            <numerusform>{n} يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>1 hour</extracomment>
        <translation>
            <numerusform>{n} ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>{n} ساعات</numerusform>
            <numerusform>{n} ساعة</numerusform>
            <numerusform>{n} ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <extracomment>1 minute</extracomment>
        <translation>
            <numerusform>{n} دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>{n} دقائق</numerusform>
            <numerusform>{n} دقيقة</numerusform>
            <numerusform>{n} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds at least.</source>
        <extracomment>1 second at least.</extracomment>
        <translation>
            <numerusform>{n} ثانية على الأقل.</numerusform>
            <numerusform>ثانية واحدة على الأقل.</numerusform>
            <numerusform>ثانيتان على الأقل.</numerusform>
            <numerusform>{n} ثوانٍ على الأقل.</numerusform>
            <numerusform>{n} ثانية على الأقل.</numerusform>
            <numerusform>{n} ثانية على الأقل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {n} jobs that time has already passed: they give up at once.</source>
        <extracomment>For 1 job that time has already passed: it gives up at once.</extracomment>
        <translation>
            <numerusform>انقضت هذه المدة لـ {n} مهمة: تتوقف محاولتها فورًا.</numerusform>
            <numerusform>انقضت هذه المدة لمهمة واحدة: تتوقف محاولتها فورًا.</numerusform>
            <numerusform>انقضت هذه المدة لمهمتين: تتوقف محاولتهما فورًا.</numerusform>
            <numerusform>انقضت هذه المدة لـ {n} مهام: تتوقف محاولتها فورًا.</numerusform>
            <numerusform>انقضت هذه المدة لـ {n} مهمة: تتوقف محاولتها فورًا.</numerusform>
            <numerusform>انقضت هذه المدة لـ {n} مهمة: تتوقف محاولتها فورًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these downloads are not in the list any more.</source>
        <extracomment>1 of these downloads is not in the list any more.</extracomment>
        <translation>
            <numerusform>لم يعد {n} من هذه التنزيلات في القائمة.</numerusform>
            <numerusform>لم يعد واحد من هذه التنزيلات في القائمة.</numerusform>
            <numerusform>لم يعد اثنان من هذه التنزيلات في القائمة.</numerusform>
            <numerusform>لم يعد {n} من هذه التنزيلات في القائمة.</numerusform>
            <numerusform>لم يعد {n} من هذه التنزيلات في القائمة.</numerusform>
            <numerusform>لم يعد {n} من هذه التنزيلات في القائمة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads are done</source>
        <extracomment>1 download is done</extracomment>
        <translation>
            <numerusform>اكتمل {n} تنزيل</numerusform>
            <numerusform>اكتمل تنزيل واحد</numerusform>
            <numerusform>اكتمل تنزيلان</numerusform>
            <numerusform>اكتملت {n} تنزيلات</numerusform>
            <numerusform>اكتمل {n} تنزيلًا</numerusform>
            <numerusform>اكتمل {n} تنزيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads failed</source>
        <extracomment>1 download failed</extracomment>
        <translation>
            <numerusform>فشل {n} تنزيل</numerusform>
            <numerusform>فشل تنزيل واحد</numerusform>
            <numerusform>فشل تنزيلان</numerusform>
            <numerusform>فشلت {n} تنزيلات</numerusform>
            <numerusform>فشل {n} تنزيلًا</numerusform>
            <numerusform>فشل {n} تنزيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <extracomment>{names} and 1 more</extracomment>
        <translation>
            <numerusform>⁨{names}⁩ و {n} غيرها</numerusform>
            <numerusform>⁨{names}⁩ وواحد آخر</numerusform>
            <numerusform>⁨{names}⁩ واثنان آخران</numerusform>
            <numerusform>⁨{names}⁩ و {n} أخرى</numerusform>
            <numerusform>⁨{names}⁩ و {n} أخرى</numerusform>
            <numerusform>⁨{names}⁩ و {n} أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links copied</source>
        <extracomment>1 link copied</extracomment>
        <translation>
            <numerusform>نُسخ {n} رابط</numerusform>
            <numerusform>نُسخ رابط واحد</numerusform>
            <numerusform>نُسخ رابطان</numerusform>
            <numerusform>نُسخت {n} روابط</numerusform>
            <numerusform>نُسخ {n} رابطًا</numerusform>
            <numerusform>نُسخ {n} رابط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open {n} files that do more than show what is in them?</source>
        <extracomment>Open 1 file that does more than show what is in it?</extracomment>
        <translation>
            <numerusform>هل تريد فتح {n} ملف يفعل أكثر من عرض محتواه؟</numerusform>
            <numerusform>هل تريد فتح ملف واحد يفعل أكثر من عرض محتواه؟</numerusform>
            <numerusform>هل تريد فتح ملفين يفعلان أكثر من عرض محتواهما؟</numerusform>
            <numerusform>هل تريد فتح {n} ملفات تفعل أكثر من عرض محتواها؟</numerusform>
            <numerusform>هل تريد فتح {n} ملفًا يفعل أكثر من عرض محتواه؟</numerusform>
            <numerusform>هل تريد فتح {n} ملف يفعل أكثر من عرض محتواه؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are over and keep what they have.</source>
        <extracomment>1 job is over and keeps what it has.</extracomment>
        <translation>
            <numerusform>{n} مهمة انتهت وتبقى كما هي.</numerusform>
            <numerusform>مهمة واحدة انتهت وتبقى كما هي.</numerusform>
            <numerusform>مهمتان انتهتا وتبقيان كما هما.</numerusform>
            <numerusform>{n} مهام انتهت وتبقى كما هي.</numerusform>
            <numerusform>{n} مهمة انتهت وتبقى كما هي.</numerusform>
            <numerusform>{n} مهمة انتهت وتبقى كما هي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>{n} خادم</numerusform>
            <numerusform>خادم واحد</numerusform>
            <numerusform>خادمين</numerusform>
            <numerusform>{n} خوادم</numerusform>
            <numerusform>{n} خادمًا</numerusform>
            <numerusform>{n} خادم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads wait for it.</source>
        <extracomment>1 download waits for it.</extracomment>
        <translation>
            <numerusform>ينتظره {n} تنزيل.</numerusform>
            <numerusform>ينتظره تنزيل واحد.</numerusform>
            <numerusform>ينتظره تنزيلان.</numerusform>
            <numerusform>تنتظره {n} تنزيلات.</numerusform>
            <numerusform>ينتظره {n} تنزيلًا.</numerusform>
            <numerusform>ينتظره {n} تنزيل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <extracomment>1 selected</extracomment>
        <translation>
            <numerusform>{n} محددة</numerusform>
            <numerusform>واحدة محددة</numerusform>
            <numerusform>اثنتان محددتان</numerusform>
            <numerusform>{n} محددة</numerusform>
            <numerusform>{n} محددة</numerusform>
            <numerusform>{n} محددة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed; their files go to the trash</source>
        <extracomment>1 job removed; its files go to the trash</extracomment>
        <translation>
            <numerusform>أُزيلت {n} مهمة؛ وتُنقل ملفاتها إلى سلة المهملات</numerusform>
            <numerusform>أُزيلت مهمة واحدة؛ وتُنقل ملفاتها إلى سلة المهملات</numerusform>
            <numerusform>أُزيلت مهمتان؛ وتُنقل ملفاتهما إلى سلة المهملات</numerusform>
            <numerusform>أُزيلت {n} مهام؛ وتُنقل ملفاتها إلى سلة المهملات</numerusform>
            <numerusform>أُزيلت {n} مهمة؛ وتُنقل ملفاتها إلى سلة المهملات</numerusform>
            <numerusform>أُزيلت {n} مهمة؛ وتُنقل ملفاتها إلى سلة المهملات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed</source>
        <extracomment>1 job removed</extracomment>
        <translation>
            <numerusform>أُزيلت {n} مهمة</numerusform>
            <numerusform>أُزيلت مهمة واحدة</numerusform>
            <numerusform>أُزيلت مهمتان</numerusform>
            <numerusform>أُزيلت {n} مهام</numerusform>
            <numerusform>أُزيلت {n} مهمة</numerusform>
            <numerusform>أُزيلت {n} مهمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs failed</source>
        <extracomment>1 job failed</extracomment>
        <translation>
            <numerusform>فشلت {n} مهمة</numerusform>
            <numerusform>فشلت مهمة واحدة</numerusform>
            <numerusform>فشلت مهمتان</numerusform>
            <numerusform>فشلت {n} مهام</numerusform>
            <numerusform>فشلت {n} مهمة</numerusform>
            <numerusform>فشلت {n} مهمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>details_advice</name>
    <message>
        <source>Many servers are slow for a while. If it stays so, take a link to another server.</source>
        <translation>كثير من الخوادم تبطؤ لفترة. إن استمر ذلك فخذ رابطًا إلى خادم آخر.</translation>
    </message>
    <message>
        <source>The server may be starting up or closed for a while. Check the port in the link.</source>
        <translation>ربما يكون الخادم قيد التشغيل أو مغلقًا مؤقتًا. تحقق من المنفذ في الرابط.</translation>
    </message>
    <message>
        <source>What is here is kept. If it keeps breaking, look at your network first.</source>
        <translation>يُحتفظ بما وصل. إن تكرر الانقطاع فافحص شبكتك أولًا.</translation>
    </message>
    <message>
        <source>Check the name in the link, and whether other pages open in your web browser.</source>
        <translation>تحقق من الاسم في الرابط، ومن أن صفحات أخرى تُفتح في متصفحك.</translation>
    </message>
    <message>
        <source>Check the network of this computer, a VPN, and the firewall.</source>
        <translation>تحقق من شبكة هذا الحاسوب ومن VPN وجدار الحماية.</translation>
    </message>
    <message>
        <source>Check the proxy in the preferences, or in the network settings of this computer.</source>
        <translation>تحقق من الوكيل في التفضيلات أو في إعدادات شبكة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The server has asked us to come back later. Fewer connections may help.</source>
        <translation>طلب الخادم العودة لاحقًا. قد يفيد تقليل الاتصالات.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. If it stays so, tell those who run it.</source>
        <translation>حدث خلل في الخادم. إن استمر ذلك فأبلغ القائمين عليه.</translation>
    </message>
    <message>
        <source>Something between here and the server may garble the answers, such as a proxy.</source>
        <translation>ربما يشوّه الردودَ شيءٌ في الطريق إلى الخادم، مثل وكيل.</translation>
    </message>
    <message>
        <source>There is a new version of the file; it is fetched from the beginning.</source>
        <translation>توجد نسخة جديدة من الملف؛ يُنزَّل من البداية.</translation>
    </message>
    <message>
        <source>The server does not keep to the rules. If it goes on, use a single connection.</source>
        <translation>لا يلتزم الخادم بالقواعد. إن استمر ذلك فاستخدم اتصالًا واحدًا.</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer jobs run at the same time.</source>
        <translation>أغلق برامج أخرى، أو شغّل مهام أقل في الوقت نفسه.</translation>
    </message>
    <message>
        <source>Free some space there; it then goes on by itself.</source>
        <translation>أفرغ بعض المساحة هناك؛ فتستمر من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Connect the drive again; it then goes on by itself.</source>
        <translation>أعد توصيل محرك الأقراص؛ فتستمر من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>Allow writing in the folder; it then goes on by itself.</source>
        <translation>اسمح بالكتابة في المجلد؛ فتستمر من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as there is a network.</source>
        <translation>تستمر من تلقاء نفسها فور توفر شبكة.</translation>
    </message>
    <message>
        <source>Open a page in your web browser and sign in; it then goes on by itself.</source>
        <translation>افتح صفحة في متصفحك وسجّل الدخول؛ فتستمر من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>It goes on by itself on another network, or here if you say so.</source>
        <translation>تستمر من تلقاء نفسها على شبكة أخرى، أو هنا إن سمحت بذلك.</translation>
    </message>
    <message>
        <source>The file was moved, or the link has expired. With a new link it goes on.</source>
        <translation>نُقل الملف أو انتهت صلاحية الرابط. تستمر برابط جديد.</translation>
    </message>
    <message>
        <source>The link may have expired or be meant for somebody else. Fetch a new one.</source>
        <translation>ربما انتهت صلاحية الرابط أو كان لشخص آخر. احصل على رابط جديد.</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the server; it then goes on.</source>
        <translation>سجّل الدخول بما أعطاك إياه القائمون على الخادم؛ فتستمر بعدها.</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the proxy; it then goes on.</source>
        <translation>سجّل الدخول بما أعطاك إياه القائمون على الوكيل؛ فتستمر بعدها.</translation>
    </message>
    <message>
        <source>Correct the address of the proxy; nothing goes around a proxy that is set.</source>
        <translation>صحّح عنوان الوكيل؛ فلا شيء يتجاوز وكيلًا مضبوطًا.</translation>
    </message>
    <message>
        <source>The server does not like what it was asked. See the tab “Request” for its answer.</source>
        <translation>لم يقبل الخادم ما طُلب منه. انظر ردّه في لسان «الطلب».</translation>
    </message>
    <message>
        <source>Open the link in your web browser and copy the address that it ends up with.</source>
        <translation>افتح الرابط في متصفحك وانسخ العنوان الذي ينتهي إليه.</translation>
    </message>
    <message>
        <source>Somebody may be listening in, its certificate is too old, or your clock is wrong.</source>
        <translation>ربما يتنصت أحد، أو شهادته قديمة، أو ساعة حاسوبك خاطئة.</translation>
    </message>
    <message>
        <source>Choose a certificate that the server knows in the properties of the job.</source>
        <translation>اختر في خصائص المهمة شهادة يعرفها الخادم.</translation>
    </message>
    <message>
        <source>The server speaks an outdated or a foreign kind of encryption. Try another server.</source>
        <translation>يستخدم الخادم تعمية قديمة أو غريبة. جرّب خادمًا آخر.</translation>
    </message>
    <message>
        <source>Correct the link; what is here is kept.</source>
        <translation>صحّح الرابط؛ يُحتفظ بما وصل.</translation>
    </message>
    <message>
        <source>The site may want you to sign in or to wait. Copy a fresh link from its page.</source>
        <translation>ربما يطلب الموقع تسجيل الدخول أو الانتظار. انسخ رابطًا جديدًا من صفحته.</translation>
    </message>
    <message>
        <source>Another server or another link may offer the file as it is.</source>
        <translation>ربما يقدم خادم آخر أو رابط آخر الملف كما هو.</translation>
    </message>
    <message>
        <source>Add the link again with a folder on a drive that takes files of this size.</source>
        <translation>أضف الرابط من جديد مع مجلد على محرك أقراص يقبل هذا الحجم.</translation>
    </message>
    <message>
        <source>What came is not what was promised. Check the checksum, or fetch the file again.</source>
        <translation>ما وصل ليس الموعود. تحقق من المجموع الاختباري أو نزّل الملف من جديد.</translation>
    </message>
    <message>
        <source>One of them is of another version. Fetch the Metalink anew, or the file by its link.</source>
        <translation>أحدهما من نسخة أخرى. اجلب ملف Metalink من جديد، أو الملف عبر رابطه.</translation>
    </message>
    <message>
        <source>The file of checksums does not name this file. Add the link again without it.</source>
        <translation>لا يذكر ملف المجاميع هذا الملف. أضف الرابط من جديد من دونه.</translation>
    </message>
    <message>
        <source>Save what matters from this drive and have it checked. Then try again.</source>
        <translation>احفظ المهم من هذا المحرك وافحصه. ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Resume it, or let it take longer in its properties.</source>
        <translation>استأنفها، أو أطل مدتها في خصائصها.</translation>
    </message>
    <message>
        <source>Add the link again if you still want the file.</source>
        <translation>أضف الرابط من جديد إن كنت لا تزال تريد الملف.</translation>
    </message>
    <message>
        <source>Copy the tab “Timeline” and send it with your report. Another try does no harm.</source>
        <translation>انسخ لسان «السجل الزمني» وأرسله مع بلاغك. محاولة أخرى لا تضر.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
    <message>
        <source>Change link…</source>
        <translation>تغيير الرابط…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>تشغيل على أي حال</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>إظهار الشهادة…</translation>
    </message>
    <message>
        <source>Allow for this job</source>
        <translation>السماح لهذه المهمة</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>الخصائص…</translation>
    </message>
    <message>
        <source>Others on the way could read and change what comes without encryption. Allow it only if that does no harm, or if you have a checksum.</source>
        <translation>قد يقرأ آخرون في الطريق ما يصل دون تعمية ويغيّرونه. لا تسمح بذلك إلا إن لم يضر، أو إن كان لديك مجموع اختباري.</translation>
    </message>
</context>
<context>
    <name>details_sources</name>
    <message>
        <source>used no more: {reason}</source>
        <translation>لم يعد مستخدمًا: {reason}</translation>
    </message>
    <message>
        <source>in reserve</source>
        <translation>احتياطي</translation>
    </message>
</context>
<context>
    <name>details_words</name>
    <message>
        <source>On hold: the clock stands still</source>
        <translation>معلّقة: التوقيت متوقف</translation>
    </message>
    <message>
        <source>Paused: the clock stands still</source>
        <translation>متوقفة مؤقتًا: التوقيت متوقف</translation>
    </message>
    <message>
        <source>All is well: the clock is not running</source>
        <translation>كل شيء على ما يرام: التوقيت لا يعمل</translation>
    </message>
    <message>
        <source>It waits for its turn: the clock is not running</source>
        <translation>تنتظر دورها: التوقيت لا يعمل</translation>
    </message>
    <message>
        <source>No progress for {time}</source>
        <translation>لا تقدّم منذ {time}</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>لا تتوقف أبدًا</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>تتوقف المحاولة بعد {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>بقي {time}</translation>
    </message>
    <message>
        <source>Stopped: another try by itself would not help</source>
        <translation>توقفت: محاولة أخرى تلقائية لن تفيد</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set</source>
        <translation>توقفت المحاولة عند أول خطأ كما هو مضبوط</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress</source>
        <translation>توقفت المحاولة بعد {time} دون تقدّم</translation>
    </message>
    <message>
        <source>only when you ask for it</source>
        <translation>عندما تطلب ذلك فقط</translation>
    </message>
    <message>
        <source>as soon as what holds it is over</source>
        <translation>فور زوال ما يعلّقها</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>بعد {time}</translation>
    </message>
    <message>
        <source>when another job has got through to {host}</source>
        <translation>عندما تصل مهمة أخرى إلى ⁨{host}⁩</translation>
    </message>
    <message>
        <source>none before it gives up</source>
        <translation>لا شيء قبل أن تتوقف</translation>
    </message>
    <message>
        <source>{reason}; it asked us to wait {time}</source>
        <translation>{reason}؛ وطلب الانتظار {time}</translation>
    </message>
    <message>
        <source>{time} without progress</source>
        <translation>{time} دون تقدّم</translation>
    </message>
    <message>
        <source>last new byte {time}</source>
        <translation>آخر بايت جديد {time}</translation>
    </message>
    <message>
        <source>{size}, of a total that is not known yet</source>
        <translation>{size}، والحجم الكلي غير معروف بعد</translation>
    </message>
    <message>
        <source>{present} of {size}</source>
        <translation>{present} من {size}</translation>
    </message>
    <message>
        <source>now from {hosts}</source>
        <translation>الآن من ⁨{hosts}⁩</translation>
    </message>
    <message>
        <source>{n} of {total} files checked with a checksum</source>
        <translation>جرى التحقق من {n} من {total} بمجموع اختباري</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>جرى التحقق بـ ⁨{name}⁩</translation>
    </message>
    <message>
        <source>the size, and every range</source>
        <translation>الحجم وكل نطاق</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>موجودة هنا من قبل ولم تتغيّر على الخادم</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>لم يذكر الخادم الحجم</translation>
    </message>
    <message>
        <source>checked with {name}: {digits}</source>
        <translation>جرى التحقق بـ ⁨{name}⁩: ⁨{digits}⁩</translation>
    </message>
    <message>
        <source>will be checked with {name}: {digits}</source>
        <translation>سيجري التحقق بـ ⁨{name}⁩: ⁨{digits}⁩</translation>
    </message>
    <message>
        <source>at most {rate}</source>
        <translation>{rate} على الأكثر</translation>
    </message>
    <message>
        <source>no speed limit of its own</source>
        <translation>بلا حد سرعة خاص</translation>
    </message>
    <message>
        <source>at least {time} between tries</source>
        <translation>{time} على الأقل بين المحاولات</translation>
    </message>
    <message>
        <source>at most {time} of downloading</source>
        <translation>{time} من التنزيل على الأكثر</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>أمامية: تعمل دائمًا</translation>
    </message>
    <message>
        <source>High</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>تعمل هناك أيضًا</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>تنتظر شبكة أخرى</translation>
    </message>
    <message>
        <source>asks you first</source>
        <translation>تسألك أولًا</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>تعمل على أي شبكة</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>{time} ({ago})</source>
        <translation>{time} ({ago})</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>غير معمّى</translation>
    </message>
    <message>
        <source>{n} active</source>
        <translation>{n} نشطة</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} تعيد المحاولة</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} معلّقة</translation>
    </message>
    <message>
        <source>{n} paused or waiting</source>
        <translation>{n} متوقفة أو في الانتظار</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} فاشلة</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>{n} مكتملة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>حتى الآن</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>nothing moves at the moment</source>
        <translation>لا شيء يتحرك حاليًا</translation>
    </message>
    <message>
        <source>Gives up first</source>
        <translation>أول ما تتوقف</translation>
    </message>
</context>
<context>
    <name>engine_words</name>
    <message>
        <source>A link begins with http:// or https://.</source>
        <translation>يبدأ الرابط بـ http:// أو https://.</translation>
    </message>
    <message>
        <source>Only http and https links can be transferred, not {scheme}.</source>
        <translation>لا يمكن نقل سوى روابط http و https، وليس ⁨{scheme}⁩.</translation>
    </message>
    <message>
        <source>The link contains control characters.</source>
        <translation>يحتوي الرابط على محارف تحكم.</translation>
    </message>
    <message>
        <source>The link is longer than any server takes.</source>
        <translation>الرابط أطول مما يقبله أي خادم.</translation>
    </message>
    <message>
        <source>The link names no host.</source>
        <translation>لا يذكر الرابط أي خادم.</translation>
    </message>
    <message>
        <source>The port in the link is not a number.</source>
        <translation>المنفذ في الرابط ليس رقمًا.</translation>
    </message>
    <message>
        <source>The port in the link is not between 1 and 65535.</source>
        <translation>المنفذ في الرابط ليس بين 1 و 65535.</translation>
    </message>
    <message>
        <source>The host in the link contains a percent sign.</source>
        <translation>يحتوي اسم الخادم في الرابط على علامة النسبة المئوية.</translation>
    </message>
    <message>
        <source>The host in the link contains a space.</source>
        <translation>يحتوي اسم الخادم في الرابط على مسافة.</translation>
    </message>
    <message>
        <source>The host in the link contains characters that host names cannot have.</source>
        <translation>يحتوي اسم الخادم في الرابط على محارف غير مسموح بها.</translation>
    </message>
    <message>
        <source>The host in the link is not a valid IP address.</source>
        <translation>عنوان IP في الرابط غير صالح.</translation>
    </message>
    <message>
        <source>There is no link to fetch.</source>
        <translation>لا يوجد رابط لتنزيله.</translation>
    </message>
    <message>
        <source>The job has no files yet.</source>
        <translation>لا تحتوي المهمة على ملفات بعد.</translation>
    </message>
    <message>
        <source>The job has no file {n}.</source>
        <translation>لا تحتوي المهمة على الملف {n}.</translation>
    </message>
    <message>
        <source>The file is here already.</source>
        <translation>الملف موجود هنا من قبل.</translation>
    </message>
    <message>
        <source>It is the last file of the job; cancel the job instead.</source>
        <translation>هذا آخر ملف في المهمة؛ ألغِ المهمة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>A job may have {n} files, and this one would have {n_wanted}.</source>
        <translation>عدد ملفات المهمة لا يتجاوز {n}، وهذه المهمة سيكون لها {n_wanted}.</translation>
    </message>
    <message>
        <source>There are {n} jobs already, as many as there may be.</source>
        <translation>بلغ عدد المهام {n}، وهو الحد الأقصى.</translation>
    </message>
    <message>
        <source>That job stands in another line.</source>
        <translation>تلك المهمة في صف آخر.</translation>
    </message>
    <message>
        <source>A speed limit cannot be negative.</source>
        <translation>لا يمكن أن يكون حد السرعة سالبًا.</translation>
    </message>
    <message>
        <source>A file needs one connection at least.</source>
        <translation>يحتاج الملف إلى اتصال واحد على الأقل.</translation>
    </message>
    <message>
        <source>The longest time for a download must be more than 0.</source>
        <translation>يجب أن تكون أطول مدة للتنزيل أكبر من 0.</translation>
    </message>
    <message>
        <source>a no-progress timeout cannot be negative</source>
        <translation>لا يمكن أن تكون المدة دون تقدّم سالبة</translation>
    </message>
    <message>
        <source>A header has characters that no header can have.</source>
        <translation>في إحدى الترويسات محارف لا يمكن أن تكون في أي ترويسة.</translation>
    </message>
    <message>
        <source>A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f.</source>
        <translation>يُكتب المجموع الاختباري هكذا: الخوارزمية:الأرقام، والأرقام هي 0-9 و a-f.</translation>
    </message>
    <message>
        <source>The checksum's algorithm is missing; write it as in sha256:DIGITS.</source>
        <translation>خوارزمية المجموع الاختباري ناقصة؛ اكتبها كما في sha256:الأرقام.</translation>
    </message>
    <message>
        <source>The checksum's algorithm {name} is not known; these are: {known}.</source>
        <translation>خوارزمية المجموع الاختباري ⁨{name}⁩ غير معروفة؛ والمعروفة هي: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>A {name} checksum has {n} digits, not {n_given}.</source>
        <translation>يتكوّن المجموع الاختباري ⁨{name}⁩ من {n} رقمًا، لا {n_given}.</translation>
    </message>
    <message>
        <source>A crc32c checksum needs the package google-crc32c (or crc32c), which is not installed.</source>
        <translation>يحتاج المجموع الاختباري crc32c إلى الحزمة google-crc32c (أو crc32c)، وهي غير مثبّتة.</translation>
    </message>
    <message>
        <source>cannot read the checksum file {path}: {reason}</source>
        <translation>تعذّرت قراءة ملف المجاميع الاختبارية ⁨{path}⁩: {reason}</translation>
    </message>
    <message>
        <source>{path} is too large to be a checksum file</source>
        <translation>⁨{path}⁩ أكبر من أن يكون ملف مجاميع اختبارية</translation>
    </message>
    <message>
        <source>{path} holds no checksums that can be used</source>
        <translation>لا يحتوي ⁨{path}⁩ على مجاميع اختبارية صالحة</translation>
    </message>
    <message>
        <source>cannot make the folder {path}: {reason}</source>
        <translation>تعذّر إنشاء المجلد ⁨{path}⁩: {reason}</translation>
    </message>
    <message>
        <source>cannot write to the folder {path}</source>
        <translation>لا يمكن الكتابة في المجلد ⁨{path}⁩</translation>
    </message>
    <message>
        <source>There are no certificates (PEM) in {path}.</source>
        <translation>لا توجد شهادات (PEM) في ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <translation>تعذّرت قراءة ⁨{path}⁩: {reason}.</translation>
    </message>
    <message>
        <source>the job list cannot be written: {reason}</source>
        <translation>تعذّرت كتابة قائمة المهام: {reason}</translation>
    </message>
    <message>
        <source>These settings cannot be: {reason}.</source>
        <translation>هذه الإعدادات غير ممكنة: {reason}.</translation>
    </message>
    <message>
        <source>There is already something called {name}.</source>
        <translation>يوجد من قبل شيء باسم ⁨{name}⁩.</translation>
    </message>
    <message>
        <source>{path} is no longer where it was put.</source>
        <translation>لم يعد ⁨{path}⁩ في المكان الذي وُضع فيه.</translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {reason}.</source>
        <translation>تعذّرت إعادة تسمية ⁨{name}⁩: {reason}.</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>يحتاج الملف إلى اسم.</translation>
    </message>
    <message>
        <source>The file is just being given its name; try again in a moment.</source>
        <translation>يجري الآن إعطاء الملف اسمه؛ أعد المحاولة بعد لحظة.</translation>
    </message>
    <message>
        <source>Its files are just being given their names; try again.</source>
        <translation>يجري الآن إعطاء ملفاتها أسماءها؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>The trash does not take {names} and {n} more.</source>
        <translation>لا تقبل سلة المهملات ⁨{names}⁩ و {n} غيرها.</translation>
    </message>
    <message>
        <source>The trash does not take {names}.</source>
        <translation>لا تقبل سلة المهملات ⁨{names}⁩.</translation>
    </message>
    <message>
        <source>{path} belongs to another user ({user}).</source>
        <translation>يعود ⁨{path}⁩ إلى مستخدم آخر (⁨{user}⁩).</translation>
    </message>
    <message>
        <source>Everybody can put another folder in the place of {path}: {folder} can be written by all.</source>
        <translation>يستطيع أي أحد وضع مجلد آخر مكان ⁨{path}⁩: فالكل يكتب في ⁨{folder}⁩.</translation>
    </message>
    <message>
        <source>Others can write to {path}; `chmod go-w` takes that from them.</source>
        <translation>يستطيع آخرون الكتابة في ⁨{path}⁩؛ ويمنعهم من ذلك ‎`chmod go-w`‎.</translation>
    </message>
    <message>
        <source>Line {line} of {path} cannot be read.</source>
        <translation>تعذّرت قراءة السطر ⁨{line}⁩ من ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>{path} is no text.</source>
        <translation>ليس ⁨{path}⁩ نصًا.</translation>
    </message>
    <message>
        <source>{path} belongs to another user, and its passwords are not used.</source>
        <translation>يعود ⁨{path}⁩ إلى مستخدم آخر، ولا تُستخدم كلمات المرور فيه.</translation>
    </message>
    <message>
        <source>Others can read {path}, and its passwords are not used; `chmod 600` mends that.</source>
        <translation>يستطيع آخرون قراءة ⁨{path}⁩، ولا تُستخدم كلمات المرور فيه؛ ويصلح ذلك ‎`chmod 600`‎.</translation>
    </message>
    <message>
        <source>No proxy asks this job for a sign-in.</source>
        <translation>لا يطلب أي وكيل من هذه المهمة تسجيل الدخول.</translation>
    </message>
    <message>
        <source>This is no fingerprint of a certificate.</source>
        <translation>ليست هذه بصمة شهادة.</translation>
    </message>
    <message>
        <source>Save the sign-in for the proxy by itself, not in its address.</source>
        <translation>احفظ بيانات دخول الوكيل وحدها، لا في عنوانه.</translation>
    </message>
    <message>
        <source>no way to sign in is known for {names}</source>
        <translation>لا تُعرف طريقة دخول لـ ⁨{names}⁩</translation>
    </message>
    <message>
        <source>there is no way to sign in with {name}</source>
        <translation>لا يمكن الدخول بطريقة ⁨{name}⁩</translation>
    </message>
    <message>
        <source>{name} cannot be answered ({reason})</source>
        <translation>تعذّر الرد على ⁨{name}⁩ (⁨{reason}⁩)</translation>
    </message>
    <message>
        <source>the token holds characters that no token can have</source>
        <translation>يحتوي الرمز المميز على محارف غير مسموح بها</translation>
    </message>
    <message>
        <source>the server does not go on with NTLM</source>
        <translation>لا يواصل الخادم مع NTLM</translation>
    </message>
    <message>
        <source>signing in with {name} needs the extra "{extra}": {order}</source>
        <translation>يحتاج الدخول بطريقة ⁨{name}⁩ إلى الإضافة «⁨{extra}⁩»: ⁨{order}⁩</translation>
    </message>
    <message>
        <source>The sign-in of a proxy belongs in the keyring, not in its address.</source>
        <translation>مكان بيانات دخول الوكيل حلقة المفاتيح، لا عنوانه.</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>عنوان الوكيل ناقص.</translation>
    </message>
    <message>
        <source>The address of a proxy ends with its port.</source>
        <translation>ينتهي عنوان الوكيل بمنفذه.</translation>
    </message>
    <message>
        <source>The address of a proxy begins with http://, https://, socks5:// or socks5h://, not with {scheme}://.</source>
        <translation>يبدأ عنوان الوكيل بـ ⁨http://⁩ أو ⁨https://⁩ أو ⁨socks5://⁩ أو ⁨socks5h://⁩، لا بـ ⁨{scheme}⁩.</translation>
    </message>
    <message>
        <source>SOCKS4 proxies cannot be used; many of them speak SOCKS5 as well: socks5://.</source>
        <translation>لا يمكن استخدام وكلاء SOCKS4؛ وكثير منهم يدعم SOCKS5 أيضًا: ⁨socks5://⁩.</translation>
    </message>
    <message>
        <source>The address of the proxy names no host.</source>
        <translation>لا يذكر عنوان الوكيل أي خادم.</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not a number.</source>
        <translation>المنفذ في عنوان الوكيل ليس رقمًا.</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not between 1 and 65535.</source>
        <translation>المنفذ في عنوان الوكيل ليس بين 1 و65535.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a percent sign.</source>
        <translation>يحتوي اسم الخادم في عنوان الوكيل على علامة النسبة المئوية.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a space.</source>
        <translation>يحتوي اسم الخادم في عنوان الوكيل على فراغ.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains characters that host names cannot have.</source>
        <translation>يحتوي اسم الخادم في عنوان الوكيل على محارف غير مسموح بها.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy is not a valid IP address.</source>
        <translation>عنوان IP في عنوان الوكيل غير صالح.</translation>
    </message>
    <message>
        <source>Neither a host nor a network of hosts: {text}</source>
        <translation>ليس خادمًا ولا شبكة خوادم: ⁨{text}⁩</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة شهادة العميل ⁨{path}⁩: ⁨{reason}⁩.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be used.</source>
        <translation>لا يمكن استخدام شهادة العميل ⁨{path}⁩.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened with this password.</source>
        <translation>تعذّر فتح شهادة العميل ⁨{path}⁩ بكلمة المرور هذه.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened without its password.</source>
        <translation>تعذّر فتح شهادة العميل ⁨{path}⁩ دون كلمة مرورها.</translation>
    </message>
    <message>
        <source>The key in {path} does not belong to the certificate in it.</source>
        <translation>المفتاح في ⁨{path}⁩ لا يخص الشهادة التي فيه.</translation>
    </message>
    <message>
        <source>{path} holds no client certificate, neither PEM nor PKCS#12.</source>
        <translation>لا يحتوي ⁨{path}⁩ على شهادة عميل، لا بصيغة PEM ولا PKCS#12.</translation>
    </message>
    <message>
        <source>{path} does not hold a client certificate together with its key.</source>
        <translation>لا يحتوي ⁨{path}⁩ على شهادة عميل مع مفتاحها.</translation>
    </message>
    <message>
        <source>The server cannot be looked at: {reason}</source>
        <translation>تعذّر النظر إلى الخادم: ⁨{reason}⁩</translation>
    </message>
    <message>
        <source>Nothing on the way to the server is encrypted.</source>
        <translation>لا شيء مُعمّى في الطريق إلى الخادم.</translation>
    </message>
    <message>
        <source>The digests of the file's pieces are not whole.</source>
        <translation>مجاميع أجزاء الملف غير كاملة.</translation>
    </message>
    <message>
        <source>It is larger than a Metalink may be ({n} MiB).</source>
        <translation>أكبر مما يُسمح به لملف Metalink ({n} MiB).</translation>
    </message>
    <message>
        <source>It is no Metalink.</source>
        <translation>ليس ملف Metalink.</translation>
    </message>
    <message>
        <source>The Metalink has no file with an http or https link.</source>
        <translation>لا يحتوي ملف Metalink على أي ملف برابط http أو https.</translation>
    </message>
    <message>
        <source>It has a DTD or entities, which no Metalink needs.</source>
        <translation>فيه DTD أو كيانات لا يحتاج إليها أي ملف Metalink.</translation>
    </message>
    <message>
        <source>It is no well-formed XML.</source>
        <translation>ليس XML سليم البنية.</translation>
    </message>
    <message>
        <source>It is built in a way that no Metalink is.</source>
        <translation>بنيته لا تشبه أي ملف Metalink.</translation>
    </message>
    <message>
        <source>It has more than {n} files.</source>
        <translation>فيه أكثر من {n} ملف.</translation>
    </message>
    <message>
        <source>the file is not the promised one; now from {host} alone</source>
        <translation>الملف ليس الموعود؛ الآن من ⁨{host}⁩ وحده</translation>
    </message>
    <message>
        <source>the part file is missing or was changed</source>
        <translation>الملف الجزئي مفقود أو جرى تغييره</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>تغيّر الملف على الخادم</translation>
    </message>
    <message>
        <source>the server sent another range than was asked for</source>
        <translation>أرسل الخادم نطاقًا غير المطلوب</translation>
    </message>
    <message>
        <source>the server sent the whole file instead of the rest</source>
        <translation>أرسل الخادم الملف كاملًا بدلًا من بقيته</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>no answer from {subject}</source>
        <translation>لم يرد ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>no answer from the server</source>
        <translation>لم يرد الخادم</translation>
    </message>
    <message>
        <source>{subject} refused the connection</source>
        <translation>رفض ⁨{subject}⁩ الاتصال</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>رفض الخادم الاتصال</translation>
    </message>
    <message>
        <source>the connection to {subject} broke</source>
        <translation>انقطع الاتصال بـ ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>the connection to the server broke</source>
        <translation>انقطع الاتصال بالخادم</translation>
    </message>
    <message>
        <source>could not resolve {subject}</source>
        <translation>تعذّر العثور على عنوان ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>could not resolve the server's name</source>
        <translation>تعذّر العثور على عنوان الخادم</translation>
    </message>
    <message>
        <source>no way through the network to {subject}</source>
        <translation>لا يوجد مسار في الشبكة إلى ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>no way through the network to the server</source>
        <translation>لا يوجد مسار في الشبكة إلى الخادم</translation>
    </message>
    <message>
        <source>could not get through the proxy {subject}</source>
        <translation>تعذّر المرور عبر الوكيل ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>could not get through the proxy</source>
        <translation>تعذّر المرور عبر الوكيل</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>الخادم مشغول</translation>
    </message>
    <message>
        <source>{subject} reports an error of its own</source>
        <translation>يبلّغ ⁨{subject}⁩ عن خطأ لديه</translation>
    </message>
    <message>
        <source>the server reports an error of its own</source>
        <translation>يبلّغ الخادم عن خطأ لديه</translation>
    </message>
    <message>
        <source>the answer of {subject} made no sense</source>
        <translation>رد ⁨{subject}⁩ غير مفهوم</translation>
    </message>
    <message>
        <source>the answer of the server made no sense</source>
        <translation>رد الخادم غير مفهوم</translation>
    </message>
    <message>
        <source>the file changed on the server, so it starts over</source>
        <translation>تغيّر الملف على الخادم، لذا يبدأ من جديد</translation>
    </message>
    <message>
        <source>{subject} sent another part of the file than asked for, so it starts over</source>
        <translation>أرسل ⁨{subject}⁩ جزءًا غير الجزء المطلوب من الملف، لذا يبدأ من جديد</translation>
    </message>
    <message>
        <source>the server sent another part of the file than asked for, so it starts over</source>
        <translation>أرسل الخادم جزءًا غير الجزء المطلوب من الملف، لذا يبدأ من جديد</translation>
    </message>
    <message>
        <source>too many files are open on this computer</source>
        <translation>عدد الملفات المفتوحة على هذا الحاسوب كبير جدًا</translation>
    </message>
    <message>
        <source>no space left in {subject}</source>
        <translation>لم تعد هناك مساحة في ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>لم تعد هناك مساحة على القرص</translation>
    </message>
    <message>
        <source>the drive that holds {subject} is gone</source>
        <translation>محرك الأقراص الذي يحوي ⁨{subject}⁩ لم يعد متصلًا</translation>
    </message>
    <message>
        <source>the drive that holds the folder is gone</source>
        <translation>محرك الأقراص الذي يحوي المجلد لم يعد متصلًا</translation>
    </message>
    <message>
        <source>no permission to write in {subject}</source>
        <translation>لا إذن بالكتابة في ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>لا إذن بالكتابة في المجلد</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>هذا الحاسوب غير متصل بالشبكة</translation>
    </message>
    <message>
        <source>the network wants you to sign in first, in a web browser</source>
        <translation>تطلب الشبكة تسجيل الدخول أولًا في متصفح الويب</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>there is no such file on {subject}</source>
        <translation>لا يوجد هذا الملف على ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>there is no such file on the server</source>
        <translation>لا يوجد هذا الملف على الخادم</translation>
    </message>
    <message>
        <source>{subject} does not give access to this file</source>
        <translation>لا يسمح ⁨{subject}⁩ بالوصول إلى هذا الملف</translation>
    </message>
    <message>
        <source>the server does not give access to this file</source>
        <translation>لا يسمح الخادم بالوصول إلى هذا الملف</translation>
    </message>
    <message>
        <source>{subject} asks for a user name and a password</source>
        <translation>يطلب ⁨{subject}⁩ اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>the server asks for a user name and a password</source>
        <translation>يطلب الخادم اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>the proxy {subject} asks for a user name and a password</source>
        <translation>يطلب الوكيل ⁨{subject}⁩ اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and a password</source>
        <translation>يطلب الوكيل اسم مستخدم وكلمة مرور</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used: {subject}</source>
        <translation>لا يمكن استخدام عنوان الوكيل: ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used</source>
        <translation>لا يمكن استخدام عنوان الوكيل</translation>
    </message>
    <message>
        <source>{subject} refused the request</source>
        <translation>رفض ⁨{subject}⁩ الطلب</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>رفض الخادم الطلب</translation>
    </message>
    <message>
        <source>the server sent us on to {subject}, which is not followed</source>
        <translation>أحالنا الخادم إلى ⁨{subject}⁩، ولا تُتبَع هذه الإحالة</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>أحالنا الخادم إلى موضع لا تُتبَع الإحالة إليه</translation>
    </message>
    <message>
        <source>the certificate of {subject} cannot be trusted</source>
        <translation>لا يمكن الوثوق بشهادة ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>the certificate of the server cannot be trusted</source>
        <translation>لا يمكن الوثوق بشهادة الخادم</translation>
    </message>
    <message>
        <source>{subject} wants a client certificate</source>
        <translation>يطلب ⁨{subject}⁩ شهادة عميل</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>يطلب الخادم شهادة عميل</translation>
    </message>
    <message>
        <source>no secure connection to {subject}</source>
        <translation>لا يوجد اتصال آمن بـ ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>no secure connection to the server</source>
        <translation>لا يوجد اتصال آمن بالخادم</translation>
    </message>
    <message>
        <source>this link cannot be used: {subject}</source>
        <translation>لا يمكن استخدام هذا الرابط: ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>this link cannot be used</source>
        <translation>لا يمكن استخدام هذا الرابط</translation>
    </message>
    <message>
        <source>{subject} sent a web page instead of the file</source>
        <translation>أرسل ⁨{subject}⁩ صفحة ويب بدلًا من الملف</translation>
    </message>
    <message>
        <source>the server sent a web page instead of the file</source>
        <translation>أرسل الخادم صفحة ويب بدلًا من الملف</translation>
    </message>
    <message>
        <source>{subject} sent the file packed in a way that cannot be undone safely</source>
        <translation>أرسل ⁨{subject}⁩ الملف مضغوطًا بطريقة لا يمكن فكّها بأمان</translation>
    </message>
    <message>
        <source>the server sent the file packed in a way that cannot be undone safely</source>
        <translation>أرسل الخادم الملف مضغوطًا بطريقة لا يمكن فكّها بأمان</translation>
    </message>
    <message>
        <source>the file is larger than the drive of {subject} can hold</source>
        <translation>الملف أكبر مما يتسع له محرك الأقراص الذي فيه ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>the file is larger than the drive can hold</source>
        <translation>الملف أكبر مما يتسع له محرك الأقراص</translation>
    </message>
    <message>
        <source>the checksum does not match: {subject}</source>
        <translation>المجموع الاختباري غير مطابق: ⁨{subject}⁩</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>المجموع الاختباري غير مطابق</translation>
    </message>
    <message>
        <source>the file on {subject} is not as large as the Metalink says</source>
        <translation>حجم الملف على ⁨{subject}⁩ ليس كما يذكر ملف Metalink</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>حجم الملف ليس كما يذكر ملف Metalink</translation>
    </message>
    <message>
        <source>{subject} does not say what checksum this file has</source>
        <translation>لا يذكر ⁨{subject}⁩ المجموع الاختباري لهذا الملف</translation>
    </message>
    <message>
        <source>the checksum file does not say what checksum this file has</source>
        <translation>لا يذكر ملف المجاميع الاختبارية المجموع الخاص بهذا الملف</translation>
    </message>
    <message>
        <source>the drive failed to read or write {subject}</source>
        <translation>فشل محرك الأقراص في قراءة ⁨{subject}⁩ أو كتابته</translation>
    </message>
    <message>
        <source>the drive failed to read or write the file</source>
        <translation>فشل محرك الأقراص في قراءة الملف أو كتابته</translation>
    </message>
    <message>
        <source>its time for downloading is used up; Resume gives it the same time again</source>
        <translation>انتهى الوقت المخصص لتنزيله؛ «استئناف» يمنحه المدة نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long; what was here of it is in the trash</source>
        <translation>لم يهتم بها أحد مدة طويلة؛ وما وصل منها في سلة المهملات</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know ({subject}); please report it</source>
        <translation>صادف Holdfast أمرًا لا يعرفه (⁨{subject}⁩)؛ يُرجى الإبلاغ عنه</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know; please report it</source>
        <translation>صادف Holdfast أمرًا لا يعرفه؛ يُرجى الإبلاغ عنه</translation>
    </message>
    <message>
        <source>metered network, and it asks you first</source>
        <translation>شبكة محدودة البيانات، ويُسأل المستخدم أولًا</translation>
    </message>
    <message>
        <source>the server sent us on to a link without encryption</source>
        <translation>أحالنا الخادم إلى رابط دون تعمية</translation>
    </message>
    <message>
        <source>{subject} refused the sign-in</source>
        <translation>رفض ⁨{subject}⁩ تسجيل الدخول</translation>
    </message>
    <message>
        <source>the proxy {subject} refused the sign-in</source>
        <translation>رفض الوكيل ⁨{subject}⁩ تسجيل الدخول</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>active</source>
        <translation>نشطة</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>تعيد المحاولة</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>منقولة</translation>
    </message>
    <message>
        <source>done</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>{found} instead of {wanted}</source>
        <translation>⁨{found}⁩ بدلًا من ⁨{wanted}⁩</translation>
    </message>
    <message>
        <source>This job is {state} and cannot be {wish} any more.</source>
        <translation>حالة هذه المهمة «{state}» ولم يعد ممكنًا {wish}.</translation>
    </message>
    <message>
        <source>This job is no longer in the list.</source>
        <translation>لم تعد هذه المهمة في القائمة.</translation>
    </message>
</context>
<context>
    <name>error_words: wishes</name>
    <message>
        <source>resumed</source>
        <translation>استئنافها</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>إعادة محاولتها</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>إيقافها مؤقتًا</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>إلغاؤها</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>إكمالها</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>تغييرها</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>seconds</source>
        <translation>ثوانٍ</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ساعات</translation>
    </message>
    <message>
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>ك.ب/ث</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>م.ب/ث</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>غ.ب/ث</translation>
    </message>
    <message>
        <source>Change to</source>
        <translation>تغيير إلى</translation>
    </message>
    <message>
        <source>{name}: number</source>
        <translation>⁨{name}⁩: العدد</translation>
    </message>
    <message>
        <source>{name}: unit</source>
        <translation>⁨{name}⁩: الوحدة</translation>
    </message>
    <message>
        <source>different</source>
        <translation>مختلفة</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>على الأكثر</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>{size}/s</source>
        <translation>{size}/ث</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} ي</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} س</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} د</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} ث</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>بضع ثوانٍ</translation>
    </message>
    <message>
        <source>Never give up</source>
        <translation>عدم التوقف أبدًا</translation>
    </message>
    <message>
        <source>Don't retry</source>
        <translation>دون إعادة المحاولة</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>قبل {minutes} د</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>قبل {hours} س</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>file_field</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>لا يوجد ملف ⁨{path}⁩.</translation>
    </message>
</context>
<context>
    <name>file_map</name>
    <message>
        <source>on the wire</source>
        <translation>قيد النقل</translation>
    </message>
    <message>
        <source>on the wire when it broke</source>
        <translation>كان قيد النقل عند الانقطاع</translation>
    </message>
    <message>
        <source>where it goes on</source>
        <translation>حيث تستمر</translation>
    </message>
    <message>
        <source>{size} here, of a total that is not known</source>
        <translation>وصل {size} من حجم غير معروف</translation>
    </message>
    <message>
        <source>{share} here</source>
        <translation>وصل {share}</translation>
    </message>
    <message>
        <source>here</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>Ranges of the file</source>
        <translation>نطاقات الملف</translation>
    </message>
    <message>
        <source>file {n}</source>
        <translation>الملف {n}</translation>
    </message>
    <message>
        <source>Ranges of {name}</source>
        <translation>نطاقات ⁨{name}⁩</translation>
    </message>
</context>
<context>
    <name>folders</name>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>يحتاج المجلد إلى مساره الكامل.</translation>
    </message>
    <message>
        <source>There can be no such folder.</source>
        <translation>لا يمكن وجود مجلد كهذا.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>⁨{path}⁩ ملف وليس مجلدًا.</translation>
    </message>
    <message>
        <source>Nothing may be put into this folder.</source>
        <translation>لا يُسمح بوضع شيء في هذا المجلد.</translation>
    </message>
    <message>
        <source>The folder cannot be made: nothing may be put into {path}.</source>
        <translation>تعذّر إنشاء المجلد: لا يُسمح بوضع شيء في ⁨{path}⁩.</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>{n} active</source>
        <translation>{n} نشطة</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} تعيد المحاولة</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} معلّقة</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} فاشلة</translation>
    </message>
    <message>
        <source>{what} could not be read and stay untouched on the disk: {names}</source>
        <translation>تعذّرت قراءة {what}، وبقيت على القرص دون مساس: ⁨{names}⁩</translation>
    </message>
</context>
<context>
    <name>job_filter</name>
    <message>
        <source>No job matches “{words}”</source>
        <translation>لا مهمة تطابق «⁨{words}⁩»</translation>
    </message>
    <message>
        <source>There is no such job any more</source>
        <translation>لم تعد هناك مهمة كهذه</translation>
    </message>
</context>
<context>
    <name>job_groups</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>There is no job</source>
        <translation>لا توجد مهام</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>النشطة</translation>
    </message>
    <message>
        <source>No job is active</source>
        <translation>لا مهام نشطة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>No job is waiting</source>
        <translation>لا مهام في الانتظار</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>تعيد المحاولة</translation>
    </message>
    <message>
        <source>No job is retrying</source>
        <translation>لا مهام تعيد المحاولة</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>المعلّقة</translation>
    </message>
    <message>
        <source>No job is on hold</source>
        <translation>لا مهام معلّقة</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>المتوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>No job is paused</source>
        <translation>لا مهام متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>المكتملة</translation>
    </message>
    <message>
        <source>No job is done</source>
        <translation>لا مهام مكتملة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>الفاشلة</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>لا مهام فاشلة</translation>
    </message>
</context>
<context>
    <name>job_table</name>
    <message>
        <source>In {folder}</source>
        <translation>في ⁨{folder}⁩</translation>
    </message>
</context>
<context>
    <name>keep_awake</name>
    <message>
        <source>The computer is kept awake while jobs run.</source>
        <translation>يُبقى الحاسوب مستيقظًا أثناء عمل المهام.</translation>
    </message>
    <message>
        <source>The computer may fall asleep: it runs on battery.</source>
        <translation>قد يدخل الحاسوب في السكون: فهو يعمل على البطارية.</translation>
    </message>
    <message>
        <source>The computer may fall asleep, as the preferences say.</source>
        <translation>قد يدخل الحاسوب في السكون، وفق التفضيلات.</translation>
    </message>
    <message>
        <source>The computer may fall asleep: nothing here keeps it awake.</source>
        <translation>قد يدخل الحاسوب في السكون: لا شيء هنا يبقيه مستيقظًا.</translation>
    </message>
</context>
<context>
    <name>link_verdict</name>
    <message>
        <source>That link does not work at the moment: {reason}.</source>
        <translation>هذا الرابط لا يعمل حاليًا: {reason}.</translation>
    </message>
    <message>
        <source>That is another file: {there} there, {here} here. It starts over.</source>
        <translation>هذا ملف آخر: هناك {there} وهنا {here}. يبدأ من جديد.</translation>
    </message>
    <message>
        <source>The server there has another version of the file. It starts over.</source>
        <translation>لدى الخادم هناك نسخة أخرى من الملف. يبدأ من جديد.</translation>
    </message>
    <message>
        <source>That link works. {size}.</source>
        <translation>هذا الرابط يعمل. {size}.</translation>
    </message>
    <message>
        <source>That server cannot send the rest of a file alone. It starts over.</source>
        <translation>لا يستطيع ذلك الخادم إرسال بقية الملف وحدها. يبدأ من جديد.</translation>
    </message>
    <message>
        <source>The same version of the same file. It goes on at {size}.</source>
        <translation>النسخة نفسها من الملف نفسه. تستمر عند {size}.</translation>
    </message>
    <message>
        <source>The size is the same. It goes on at {size} if it is the same version.</source>
        <translation>الحجم نفسه. تستمر عند {size} إن كانت النسخة نفسها.</translation>
    </message>
    <message>
        <source>It goes on at {size} if it is the same version.</source>
        <translation>تستمر عند {size} إن كانت النسخة نفسها.</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>الحجم غير معروف</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>P&amp;lace in line</source>
        <translation>الموضع في ال&amp;صف</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Co&amp;mpact rows</source>
        <translation>صفوف م&amp;ضغوطة</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;حرير</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>م&amp;همة</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
</context>
<context>
    <name>notifications</name>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>إظهار الشهادة…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>إعادة محاولة الكل</translation>
    </message>
</context>
<context>
    <name>offer_bar</name>
    <message>
        <source>Link copied: {link}</source>
        <translation>نُسخ رابط: ⁨{link}⁩</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>This is a program. It can do on this computer whatever you can do.</source>
        <translation>هذا برنامج. يستطيع أن يفعل على هذا الحاسوب كل ما تستطيعه.</translation>
    </message>
    <message>
        <source>This is a script. It can do on this computer whatever you can do.</source>
        <translation>هذا نص برمجي. يستطيع أن يفعل على هذا الحاسوب كل ما تستطيعه.</translation>
    </message>
    <message>
        <source>This file starts something else, which can do on this computer whatever you can do.</source>
        <translation>يبدأ هذا الملف شيئًا آخر يستطيع أن يفعل على هذا الحاسوب كل ما تستطيعه.</translation>
    </message>
    <message>
        <source>This file installs software, or changes how this computer is set up.</source>
        <translation>يثبّت هذا الملف برمجيات أو يغيّر إعداد هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Open {name}?</source>
        <translation>هل تريد فتح ⁨{name}⁩؟</translation>
    </message>
    <message>
        <source>Open them only if you trust where they came from.</source>
        <translation>لا تفتحها إلا إن كنت تثق بمصدرها.</translation>
    </message>
    <message>
        <source>It came from {host}. Open it only if you trust whoever put it there.</source>
        <translation>جاء من ⁨{host}⁩. لا تفتحه إلا إن كنت تثق بمن وضعه هناك.</translation>
    </message>
    <message>
        <source>Open it only if you trust where it came from.</source>
        <translation>لا تفتحه إلا إن كنت تثق بمصدره.</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>this computer cannot do it</source>
        <translation>هذا الحاسوب لا يستطيع ذلك</translation>
    </message>
    <message>
        <source>it is not allowed here</source>
        <translation>هذا غير مسموح به هنا</translation>
    </message>
    <message>
        <source>A quotation mark in the command has no partner.</source>
        <translation>في الأمر علامة اقتباس بلا مقابل.</translation>
    </message>
    <message>
        <source>There is no command.</source>
        <translation>لا يوجد أمر.</translation>
    </message>
    <message>
        <source>There is no program {name}.</source>
        <translation>لا يوجد برنامج ⁨{name}⁩.</translation>
    </message>
    <message>
        <source>{name} cannot be started.</source>
        <translation>تعذّر تشغيل ⁨{name}⁩.</translation>
    </message>
    <message>
        <source>The computer cannot be suspended: {reason}</source>
        <translation>لا يمكن إدخال الحاسوب في السكون: {reason}</translation>
    </message>
    <message>
        <source>The computer cannot be shut down: {reason}</source>
        <translation>لا يمكن إيقاف تشغيل الحاسوب: {reason}</translation>
    </message>
</context>
<context>
    <name>proxy_field</name>
    <message>
        <source>Write the address of the proxy, such as {example}.</source>
        <translation>اكتب عنوان الوكيل، مثل ⁨{example}⁩.</translation>
    </message>
    <message>
        <source>As in Preferences</source>
        <translation>كما في التفضيلات</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>بلا وكيل</translation>
    </message>
    <message>
        <source>Through this proxy</source>
        <translation>عبر هذا الوكيل</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>عنوان الوكيل</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>FILE</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>{name} ({files})</source>
        <translation>⁨{name}⁩ ({files})</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>{time} (paused clock)</source>
        <translation>{time} (التوقيت متوقف)</translation>
    </message>
    <message>
        <source>The clock is not running at the moment.</source>
        <translation>لا يعمل المؤقت في الوقت الحالي.</translation>
    </message>
    <message>
        <source>{time} without progress so far</source>
        <translation>{time} دون تقدّم حتى الآن</translation>
    </message>
    <message>
        <source>It keeps trying for as long as it takes.</source>
        <translation>تستمر المحاولة مهما طال الأمر.</translation>
    </message>
    <message>
        <source>The first error ends the job.</source>
        <translation>أول خطأ ينهي المهمة.</translation>
    </message>
    <message>
        <source>The clock starts at the next error and stops with every new byte.</source>
        <translation>يبدأ التوقيت عند الخطأ التالي ويتوقف مع كل بايت جديد.</translation>
    </message>
    <message>
        <source>That time has already passed: it gives up at once.</source>
        <translation>انقضت هذه المدة بالفعل: تتوقف المحاولة فورًا.</translation>
    </message>
    <message>
        <source>It then gives up in {time}.</source>
        <translation>عندئذ تتوقف المحاولة بعد {time}.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>تنتظر دورها</translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation>جارٍ الاتصال بـ ⁨{host}⁩</translation>
    </message>
    <message>
        <source>Trying {host} again</source>
        <translation>إعادة محاولة ⁨{host}⁩</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>استقبال</translation>
    </message>
    <message>
        <source>{source}, {connections}</source>
        <translation>{source}، {connections}</translation>
    </message>
    <message>
        <source>{size} so far</source>
        <translation>{size} حتى الآن</translation>
    </message>
    <message>
        <source>{speed} from {servers}</source>
        <translation>{speed} من {servers}</translation>
    </message>
    <message>
        <source>{speed} from {host}</source>
        <translation>{speed} من ⁨{host}⁩</translation>
    </message>
    <message>
        <source>resumed at {size} after a restart</source>
        <translation>استؤنفت عند {size} بعد إعادة تشغيل</translation>
    </message>
    <message>
        <source>resumed at {size}</source>
        <translation>استؤنفت عند {size}</translation>
    </message>
    <message>
        <source>started over: {reason}</source>
        <translation>بدأت من جديد: {reason}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>On hold: {reason}</source>
        <translation>معلّقة: {reason}</translation>
    </message>
    <message>
        <source>Retry in {time}</source>
        <translation>إعادة المحاولة بعد {time}</translation>
    </message>
    <message>
        <source>Waits while another job tries {host}</source>
        <translation>تنتظر ريثما تجرّب مهمة أخرى ⁨{host}⁩</translation>
    </message>
    <message>
        <source>{host} asked us to wait {time}, which is longer</source>
        <translation>طلب ⁨{host}⁩ الانتظار {time}، وهذا أطول</translation>
    </message>
    <message>
        <source>no further try before</source>
        <translation>لا محاولة أخرى قبل ذلك</translation>
    </message>
    <message>
        <source>goes on when there is room</source>
        <translation>تستمر عند توفر مساحة</translation>
    </message>
    <message>
        <source>goes on when it is back</source>
        <translation>تستمر عند عودته</translation>
    </message>
    <message>
        <source>goes on when it may write there</source>
        <translation>تستمر عندما تُتاح الكتابة هناك</translation>
    </message>
    <message>
        <source>goes on when the network is back</source>
        <translation>تستمر عند عودة الشبكة</translation>
    </message>
    <message>
        <source>goes on in another one, or with Run anyway</source>
        <translation>تستمر على غيرها، أو بـ«تشغيل على أي حال»</translation>
    </message>
    <message>
        <source>Run anyway allows it</source>
        <translation>«تشغيل على أي حال» يسمح بذلك</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost; Resume tries again</source>
        <translation>فشلت وضاع السبب؛ «استئناف» يعيد المحاولة</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set: {reason}</source>
        <translation>توقفت المحاولة عند أول خطأ كما هو مضبوط: {reason}</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress: {reason}</source>
        <translation>توقفت المحاولة بعد {time} دون تقدّم: {reason}</translation>
    </message>
    <message>
        <source>Gave up after {time}: {reason}</source>
        <translation>توقفت المحاولة بعد {time}: {reason}</translation>
    </message>
    <message>
        <source>All here, but cannot be named yet: {reason}</source>
        <translation>كل شيء هنا، لكن تعذّرت التسمية بعد: {reason}</translation>
    </message>
    <message>
        <source>All here, kept as part files until it is completed</source>
        <translation>كل شيء هنا، محفوظ كملفات جزئية حتى تُكمَل</translation>
    </message>
    <message>
        <source>Done {when}</source>
        <translation>اكتملت {when}</translation>
    </message>
    <message>
        <source>{n} of {files} kept</source>
        <translation>حُفظ {n} من {files}</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>موجودة هنا من قبل ولم تتغيّر على الخادم</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>جرى التحقق بـ ⁨{name}⁩</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>لم يذكر الخادم الحجم</translation>
    </message>
    <message>
        <source>size checked</source>
        <translation>جرى التحقق من الحجم</translation>
    </message>
    <message>
        <source>Ended: {reason}</source>
        <translation>أُنهيت: {reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>لا تتوقف أبدًا</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>تتوقف المحاولة بعد {time}</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}، {other}</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>The keyring ({keyring}) gave no answer: it is kept until Holdfast ends.</source>
        <translation>لم تستجب حلقة المفاتيح (⁨{keyring}⁩): تُحفظ حتى ينتهي Holdfast.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it is kept until Holdfast ends.</source>
        <translation>لا توجد حلقة مفاتيح على هذا الحاسوب: تُحفظ حتى ينتهي Holdfast.</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer ({keyring}).</source>
        <translation>تُحفظ في حلقة مفاتيح هذا الحاسوب (⁨{keyring}⁩).</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>تُحفظ في حلقة مفاتيح هذا الحاسوب.</translation>
    </message>
    <message>
        <source>A user name cannot contain a colon.</source>
        <translation>لا يمكن أن يحتوي اسم المستخدم على نقطتين رأسيتين.</translation>
    </message>
    <message>
        <source>The way to this proxy is not encrypted: others on it may read the sign-in.</source>
        <translation>الطريق إلى هذا الوكيل دون تعمية: قد يقرأ آخرون فيه بيانات الدخول.</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: others on it may read the sign-in.</source>
        <translation>الطريق إلى هذا الخادم دون تعمية: قد يقرأ آخرون فيه بيانات الدخول.</translation>
    </message>
</context>
<context>
    <name>small_dialogs</name>
    <message>
        <source>About Holdfast</source>
        <translation>حول Holdfast</translation>
    </message>
    <message>
        <source>Brings files home, and holds on while the network does not.</source>
        <translation>يجلب الملفات، ويصمد حين لا تصمد الشبكة.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>برمجية حرة برخصة جنو العمومية العامة، الإصدار 3 أو ما بعده.</translation>
    </message>
</context>
<context>
    <name>timeline_words</name>
    <message>
        <source>Added</source>
        <translation>أُضيفت</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Connection broke</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>رُفض الاتصال</translation>
    </message>
    <message>
        <source>Resumed at</source>
        <translation>استؤنفت عند</translation>
    </message>
    <message>
        <source>Started over</source>
        <translation>بدأت من جديد</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>انتظار</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>معلّقة</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>تغيّر إعداد</translation>
    </message>
    <message>
        <source>Server dropped</source>
        <translation>استُغني عن خادم</translation>
    </message>
    <message>
        <source>Bad piece</source>
        <translation>جزء تالف</translation>
    </message>
    <message>
        <source>Metalink</source>
        <translation>Metalink</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>جرى التحقق</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>سُلِّمت</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>أُهملت</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>جارٍ الاتصال</translation>
    </message>
    <message>
        <source>active</source>
        <translation>نشطة</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فاشلة</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>تعيد المحاولة</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>منقولة</translation>
    </message>
    <message>
        <source>done</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>set going</source>
        <translation>جرى تشغيلها</translation>
    </message>
    <message>
        <source>by command</source>
        <translation>بأمر</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>أُكملت</translation>
    </message>
    <message>
        <source>a setting was changed</source>
        <translation>تغيّر إعداد</translation>
    </message>
    <message>
        <source>retried by command</source>
        <translation>أُعيدت المحاولة بأمر</translation>
    </message>
    <message>
        <source>its turn came</source>
        <translation>حان دورها</translation>
    </message>
    <message>
        <source>another job goes first</source>
        <translation>مهمة أخرى تسبقها</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>تم الاتصال</translation>
    </message>
    <message>
        <source>a file is here</source>
        <translation>وصل ملف</translation>
    </message>
    <message>
        <source>all files are here</source>
        <translation>وصلت كل الملفات</translation>
    </message>
    <message>
        <source>an error that may pass</source>
        <translation>خطأ قد يزول</translation>
    </message>
    <message>
        <source>an error that does not pass by itself</source>
        <translation>خطأ لا يزول من تلقاء نفسه</translation>
    </message>
    <message>
        <source>put on hold</source>
        <translation>عُلِّقت</translation>
    </message>
    <message>
        <source>time for the next try</source>
        <translation>حان وقت المحاولة التالية</translation>
    </message>
    <message>
        <source>no longer on hold</source>
        <translation>لم تعد معلّقة</translation>
    </message>
    <message>
        <source>too long without progress</source>
        <translation>مدة طويلة دون تقدّم</translation>
    </message>
    <message>
        <source>its time for downloading is used up</source>
        <translation>انتهى الوقت المخصص للتنزيل</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long</source>
        <translation>لم يهتم بها أحد مدة طويلة</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>لا رد في الوقت المناسب</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>رُفض الاتصال</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>انقطع الاتصال</translation>
    </message>
    <message>
        <source>the server's name could not be resolved</source>
        <translation>تعذّر العثور على عنوان الخادم</translation>
    </message>
    <message>
        <source>no way through the network</source>
        <translation>لا مسار في الشبكة</translation>
    </message>
    <message>
        <source>no way through the proxy</source>
        <translation>تعذّر المرور عبر الوكيل</translation>
    </message>
    <message>
        <source>the server was busy</source>
        <translation>كان الخادم مشغولًا</translation>
    </message>
    <message>
        <source>the server reported an error of its own</source>
        <translation>أبلغ الخادم عن خطأ لديه</translation>
    </message>
    <message>
        <source>the server's answer made no sense</source>
        <translation>رد الخادم غير مفهوم</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>تغيّر الملف على الخادم</translation>
    </message>
    <message>
        <source>the server sent another part of the file</source>
        <translation>أرسل الخادم جزءًا آخر من الملف</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>عدد كبير جدًا من الملفات المفتوحة</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>the drive is gone</source>
        <translation>محرك الأقراص لم يعد متصلًا</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>لا إذن بالكتابة في المجلد</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>هذا الحاسوب غير متصل بالشبكة</translation>
    </message>
    <message>
        <source>the network wants a sign-in</source>
        <translation>تطلب الشبكة تسجيل الدخول</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>شبكة محدودة البيانات</translation>
    </message>
    <message>
        <source>no such file on the server</source>
        <translation>لا يوجد هذا الملف على الخادم</translation>
    </message>
    <message>
        <source>the server gives no access</source>
        <translation>لا يسمح الخادم بالوصول</translation>
    </message>
    <message>
        <source>the server asks for a sign-in</source>
        <translation>يطلب الخادم تسجيل الدخول</translation>
    </message>
    <message>
        <source>the proxy asks for a sign-in</source>
        <translation>يطلب الوكيل تسجيل الدخول</translation>
    </message>
    <message>
        <source>the proxy cannot be used</source>
        <translation>لا يمكن استخدام الوكيل</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>رفض الخادم الطلب</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>أحالنا الخادم إلى موضع لا تُتبَع الإحالة إليه</translation>
    </message>
    <message>
        <source>the certificate cannot be trusted</source>
        <translation>لا يمكن الوثوق بالشهادة</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>يطلب الخادم شهادة عميل</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>لا يوجد اتصال آمن</translation>
    </message>
    <message>
        <source>the link cannot be used</source>
        <translation>لا يمكن استخدام الرابط</translation>
    </message>
    <message>
        <source>a web page came instead of the file</source>
        <translation>وصلت صفحة ويب بدلًا من الملف</translation>
    </message>
    <message>
        <source>the file came packed</source>
        <translation>وصل الملف مضغوطًا</translation>
    </message>
    <message>
        <source>the file is too large for the drive</source>
        <translation>الملف أكبر من أن يتسع له محرك الأقراص</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>المجموع الاختباري غير مطابق</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>حجم الملف ليس كما يذكر ملف Metalink</translation>
    </message>
    <message>
        <source>the checksum file does not name this file</source>
        <translation>لا يذكر ملف المجاميع الاختبارية هذا الملف</translation>
    </message>
    <message>
        <source>the drive failed</source>
        <translation>فشل محرك الأقراص</translation>
    </message>
    <message>
        <source>something unknown</source>
        <translation>أمر غير معروف</translation>
    </message>
    <message>
        <source>up</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>down</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>to the top</source>
        <translation>إلى المقدمة</translation>
    </message>
    <message>
        <source>to the bottom</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>أمامية</translation>
    </message>
    <message>
        <source>high</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>عادية</translation>
    </message>
    <message>
        <source>low</source>
        <translation>منخفضة</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>تعمل هناك أيضًا</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>تنتظر شبكة أخرى</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>تسأل أولًا</translation>
    </message>
    <message>
        <source>{name}, no files yet, to {folder}</source>
        <translation>⁨{name}⁩، بلا ملفات بعد، إلى ⁨{folder}⁩</translation>
    </message>
    <message>
        <source>{name}: {link} and {n} more, to {folder}</source>
        <translation>⁨{name}⁩: ⁨{link}⁩ و {n} غيره، إلى ⁨{folder}⁩</translation>
    </message>
    <message>
        <source>{name}: {link}, to {folder}</source>
        <translation>⁨{name}⁩: ⁨{link}⁩، إلى ⁨{folder}⁩</translation>
    </message>
    <message>
        <source>{code}: {code_why}</source>
        <translation>{code}: {code_why}</translation>
    </message>
    <message>
        <source>{text}; {n} others go on</source>
        <translation>{text}؛ ويستمر {n} غيره</translation>
    </message>
    <message>
        <source>the computer slept, or Holdfast stood still, for {seconds}</source>
        <translation>كان الحاسوب في السكون، أو توقف Holdfast، لمدة {seconds}</translation>
    </message>
    <message>
        <source>{text}; gives up in {seconds}</source>
        <translation>{text}؛ تتوقف المحاولة بعد {seconds}</translation>
    </message>
    <message>
        <source>{seconds} to the next try</source>
        <translation>{seconds} حتى المحاولة التالية</translation>
    </message>
    <message>
        <source>until the host is tried again</source>
        <translation>إلى أن يُجرَّب الخادم من جديد</translation>
    </message>
    <message>
        <source>no further try: the server asks for {seconds}</source>
        <translation>لا محاولة أخرى: يطلب الخادم الانتظار {seconds}</translation>
    </message>
    <message>
        <source>no further try: none fits before the end</source>
        <translation>لا محاولة أخرى: لا يتسع الوقت قبل النهاية</translation>
    </message>
    <message>
        <source>gives up: never; at least {seconds} between tries</source>
        <translation>لا تتوقف المحاولة أبدًا؛ {seconds} على الأقل بين المحاولات</translation>
    </message>
    <message>
        <source>gives up: after {seconds}; at least {seconds_between} between tries</source>
        <translation>تتوقف المحاولة بعد {seconds}؛ {seconds_between} على الأقل بين المحاولات</translation>
    </message>
    <message>
        <source>{n} more files</source>
        <translation>ملفات إضافية: {n}</translation>
    </message>
    <message>
        <source>moved: {code}</source>
        <translation>نُقلت: {code}</translation>
    </message>
    <message>
        <source>moved: before {name}</source>
        <translation>نُقلت: قبل ⁨{name}⁩</translation>
    </message>
    <message>
        <source>priority: {code}</source>
        <translation>الأولوية: {code}</translation>
    </message>
    <message>
        <source>connections: {n}</source>
        <translation>الاتصالات: {n}</translation>
    </message>
    <message>
        <source>file {n} skipped</source>
        <translation>جرى تخطي الملف {n}</translation>
    </message>
    <message>
        <source>file {n} wanted</source>
        <translation>الملف {n} مطلوب</translation>
    </message>
    <message>
        <source>file {n} from another link: {link}</source>
        <translation>الملف {n} من رابط آخر: ⁨{link}⁩</translation>
    </message>
    <message>
        <source>file {n} renamed: {name}</source>
        <translation>أُعيدت تسمية الملف {n}: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>speed limit: none</source>
        <translation>حد السرعة: لا يوجد</translation>
    </message>
    <message>
        <source>speed limit: {rate}</source>
        <translation>حد السرعة: {rate}</translation>
    </message>
    <message>
        <source>maximum download time: none</source>
        <translation>أطول مدة للتنزيل: بلا حد</translation>
    </message>
    <message>
        <source>maximum download time: {seconds}</source>
        <translation>أطول مدة للتنزيل: {seconds}</translation>
    </message>
    <message>
        <source>metered networks: {code}</source>
        <translation>الشبكات محدودة البيانات: {code}</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>تعمل على أي شبكة</translation>
    </message>
    <message>
        <source>no keyring: its sign-in and headers are kept until Holdfast ends</source>
        <translation>لا حلقة مفاتيح: تُحفظ بيانات دخولها وترويساتها حتى ينتهي Holdfast</translation>
    </message>
    <message>
        <source>no keyring gives its sign-in and headers: they were not kept</source>
        <translation>لا حلقة مفاتيح تعطي بيانات دخولها وترويساتها: فهي لم تُحفظ</translation>
    </message>
    <message>
        <source>trusts a certificate of {server} no longer</source>
        <translation>لم تعد تثق بشهادة من ⁨{server}⁩</translation>
    </message>
    <message>
        <source>trusts a certificate of {server}</source>
        <translation>تثق بشهادة من ⁨{server}⁩</translation>
    </message>
    <message>
        <source>certificate authorities: the system’s</source>
        <translation>جهات التصديق: جهات النظام</translation>
    </message>
    <message>
        <source>certificate authorities: {path}</source>
        <translation>جهات التصديق: ⁨{path}⁩</translation>
    </message>
    <message>
        <source>client certificate: none</source>
        <translation>شهادة العميل: لا توجد</translation>
    </message>
    <message>
        <source>client certificate: {path}</source>
        <translation>شهادة العميل: ⁨{path}⁩</translation>
    </message>
    <message>
        <source>proxy: none</source>
        <translation>الوكيل: لا يوجد</translation>
    </message>
    <message>
        <source>proxy: as the settings say</source>
        <translation>الوكيل: كما في التفضيلات</translation>
    </message>
    <message>
        <source>proxy: {address}</source>
        <translation>الوكيل: ⁨{address}⁩</translation>
    </message>
    <message>
        <source>a server may lead from https to http</source>
        <translation>يجوز للخادم أن يحيل من https إلى http</translation>
    </message>
    <message>
        <source>a server must not lead from https to http</source>
        <translation>لا يجوز للخادم أن يحيل من https إلى http</translation>
    </message>
    <message>
        <source>{host} is used no more ({code}): {detail}</source>
        <translation>لم يعد ⁨{host}⁩ مستخدمًا (⁨{code}⁩): ⁨{detail}⁩</translation>
    </message>
    <message>
        <source>{host} is used no more ({code})</source>
        <translation>لم يعد ⁨{host}⁩ مستخدمًا (⁨{code}⁩)</translation>
    </message>
    <message>
        <source>{bytes} at {at} are fetched again</source>
        <translation>يُجلب ⁨{bytes}⁩ عند ⁨{at}⁩ من جديد</translation>
    </message>
    <message>
        <source>kept as it is: {reason}</source>
        <translation>يبقى كما هو: ⁨{reason}⁩</translation>
    </message>
    <message>
        <source>it tells of {n} files</source>
        <translation>يذكر {n} ملفات</translation>
    </message>
    <message>
        <source>{algorithm} matches the checksum that was given</source>
        <translation>⁨{algorithm}⁩ يطابق المجموع الاختباري المعطى</translation>
    </message>
    <message>
        <source>{algorithm} matches {source}</source>
        <translation>⁨{algorithm}⁩ يطابق {source}</translation>
    </message>
    <message>
        <source>digests of pieces that cannot be those of the file, passed over: {n}</source>
        <translation>مجاميع أجزاء لا يمكن أن تكون للملف، جرى تجاوزها: {n}</translation>
    </message>
    <message>
        <source>not fetched: the server still has the version that is here</source>
        <translation>لم يُنزَّل: ما زالت على الخادم النسخة الموجودة هنا</translation>
    </message>
    <message>
        <source>{text}; only the end of the connection told that this is all</source>
        <translation>{text}؛ لم يدل على اكتماله سوى انتهاء الاتصال</translation>
    </message>
    <message>
        <source>{text}; nothing to check it against</source>
        <translation>{text}؛ لا يوجد ما يُقارَن به</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}, {rate}</source>
        <translation>{bytes} في {seconds}، {rate}</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}</source>
        <translation>{bytes} في {seconds}</translation>
    </message>
    <message>
        <source>{name} is in the trash</source>
        <translation>⁨{name}⁩ في سلة المهملات</translation>
    </message>
    <message>
        <source>file {n}, other servers that have it: {n_mirrors}</source>
        <translation>الملف {n}، خوادم أخرى لديها: {n_mirrors}</translation>
    </message>
    <message>
        <source>until this is over: {code}</source>
        <translation>حتى يزول هذا: {code}</translation>
    </message>
    <message>
        <source>over: {code}</source>
        <translation>زال: {code}</translation>
    </message>
    <message>
        <source>{seconds} to the next try: {code}</source>
        <translation>{seconds} حتى المحاولة التالية: {code}</translation>
    </message>
    <message>
        <source>until the host is tried again: {code}</source>
        <translation>إلى أن يُجرَّب الخادم من جديد: {code}</translation>
    </message>
    <message>
        <source>no further try, because the server asks for {seconds}: {code}</source>
        <translation>لا محاولة أخرى، لأن الخادم يطلب الانتظار {seconds}: {code}</translation>
    </message>
    <message>
        <source>no further try, because none fits before the end: {code}</source>
        <translation>لا محاولة أخرى، لأن الوقت لا يتسع قبل النهاية: {code}</translation>
    </message>
    <message>
        <source>{n} more, which are not told one by one</source>
        <translation>{n} غيرها لا تُذكر واحدة واحدة</translation>
    </message>
</context>
<context>
    <name>total_limit</name>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;حد السرعة</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>مخصص…</translation>
    </message>
</context>
<context>
    <name>translation</name>
    <message>
        <source>{subject}: {words}</source>
        <translation>⁨{subject}⁩: {words}</translation>
    </message>
</context>
<context>
    <name>undo_bar</name>
    <message>
        <source>{name} removed; its file goes to the trash</source>
        <translation>أُزيلت ⁨{name}⁩؛ ويُنقل ملفها إلى سلة المهملات</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>أُزيلت ⁨{name}⁩</translation>
    </message>
</context>
<context>
    <name>when_done</name>
    <message>
        <source>When done: quit</source>
        <translation>عند الاكتمال: إنهاء</translation>
    </message>
    <message>
        <source>When done: suspend</source>
        <translation>عند الاكتمال: سكون</translation>
    </message>
    <message>
        <source>When done: shut down</source>
        <translation>عند الاكتمال: إيقاف التشغيل</translation>
    </message>
    <message>
        <source>When done: run a command</source>
        <translation>عند الاكتمال: تشغيل أمر</translation>
    </message>
    <message>
        <source>All jobs are done.</source>
        <translation>اكتملت كل المهام.</translation>
    </message>
    <message>
        <source>All jobs are done; {failed}.</source>
        <translation>انتهت كل المهام؛ {failed}.</translation>
    </message>
</context>
<context>
    <name>when_done_menu</name>
    <message>
        <source>Do &amp;nothing</source>
        <translation>عدم فعل &amp;شيء</translation>
    </message>
    <message>
        <source>&amp;Quit Holdfast</source>
        <translation>إ&amp;نهاء Holdfast</translation>
    </message>
    <message>
        <source>&amp;Suspend the computer</source>
        <translation>إدخال الحاسوب في ال&amp;سكون</translation>
    </message>
    <message>
        <source>Shut &amp;down the computer</source>
        <translation>إيقاف تشغيل ال&amp;حاسوب</translation>
    </message>
    <message>
        <source>When all is &amp;done</source>
        <translation>عند اكتمال &amp;كل شيء</translation>
    </message>
    <message>
        <source>&amp;Run a command…</source>
        <translation>تشغيل أ&amp;مر…</translation>
    </message>
    <message>
        <source>Chosen for this run of Holdfast only</source>
        <translation>يسري حتى إنهاء Holdfast فقط</translation>
    </message>
    <message>
        <source>What is done when all is done</source>
        <translation>ما يحدث عند اكتمال كل شيء</translation>
    </message>
</context>
<context>
    <name>window_title</name>
    <message>
        <source>{speed} – Holdfast</source>
        <translation>{speed} – Holdfast</translation>
    </message>
</context>
</TS>
