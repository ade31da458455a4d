<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddForm</name>
    <message>
        <source>What is wrong with the links</source>
        <translation>链接有什么问题</translation>
    </message>
    <message>
        <source>Numbers in brackets stand for many links</source>
        <translation>方括号中的数字代表多个链接</translation>
    </message>
    <message>
        <source>Brackets such as [001-120] stand for many links; untick to take them literally</source>
        <translation>[001-120] 这样的方括号代表多个链接；取消勾选则按字面处理</translation>
    </message>
    <message>
        <source>Links, size and duplicates</source>
        <translation>链接、大小和重复项</translation>
    </message>
    <message>
        <source>As &amp;one job</source>
        <translation>作为一个任务(&amp;O)</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>任务名称</translation>
    </message>
    <message>
        <source>Put each &amp;kind into its own folder</source>
        <translation>每种类型放入各自的文件夹(&amp;K)</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>可用空间</translation>
    </message>
    <message>
        <source>&amp;Links, one per line</source>
        <translation>链接，每行一个(&amp;L)</translation>
    </message>
    <message>
        <source>For all that are &amp;here…</source>
        <translation>对所有已有的项(&amp;H)…</translation>
    </message>
    <message>
        <source>One choice for all links of which something is here already</source>
        <translation>对所有本地已有内容的链接作同一选择</translation>
    </message>
    <message>
        <source>without progress</source>
        <translation>无进展</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>保存到(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>放弃条件(&amp;G)</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>Add links</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add &amp;paused</source>
        <translation>添加但不开始(&amp;P)</translation>
    </message>
    <message>
        <source>They wait in the list until you resume them</source>
        <translation>它们会留在列表中，直到继续</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>文件夹需要写完整路径。</translation>
    </message>
    <message>
        <source>One job can have {files} at most.</source>
        <translation>一个任务最多可有 {files}。</translation>
    </message>
</context>
<context>
    <name>BrowserList</name>
    <message>
        <source>This Holdfast is a Flatpak and may not write where browsers look. Allow it for one of them, and start Holdfast again; for Chromium for example: {command}</source>
        <translation>此 Holdfast 是 Flatpak，不能写入浏览器查找的位置。请为其中一个浏览器授予权限并重新启动 Holdfast；例如对 Chromium：{command}</translation>
    </message>
    <message>
        <source>There is no browser here that could be connected.</source>
        <translation>这里没有可以连接的浏览器。</translation>
    </message>
</context>
<context>
    <name>BrowserRow</name>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Connect {browser}</source>
        <translation>连接 {browser}</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Disconnect {browser}</source>
        <translation>断开 {browser}</translation>
    </message>
</context>
<context>
    <name>BrowsersPage</name>
    <message>
        <source>Browsers that hand over downloads</source>
        <translation>把下载交给 Holdfast 的浏览器</translation>
    </message>
    <message>
        <source>A browser that is connected, and has the extension, gives its downloads to Holdfast and starts it where it does not run.</source>
        <translation>已连接并装有扩展的浏览器会把下载交给 Holdfast，在它未运行时启动它。</translation>
    </message>
    <message>
        <source>&amp;Ask before a download from the browser is added</source>
        <translation>添加来自浏览器的下载前先询问(&amp;A)</translation>
    </message>
    <message>
        <source>The extension</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>It is not in the stores of the browsers yet. It came with Holdfast and is in this folder; load it from there, once for each browser.</source>
        <translation>浏览器商店中还没有此扩展。它随 Holdfast 提供，位于此文件夹；请从这里加载，每个浏览器一次。</translation>
    </message>
    <message>
        <source>What is sent to Holdfast</source>
        <translation>发送给 Holdfast 的内容</translation>
    </message>
    <message>
        <source>Of a download that it offers: the link, the page that it is on, name, kind and size, how the browser calls itself, and the cookies for that very link. Holdfast keeps the cookies in the keyring like a password and shows them to that server only. From private windows nothing comes unless you allow it in the extension. Nothing is sent to anybody else.</source>
        <translation>对于它提交的下载：链接、所在的网页、名称、类型和大小、浏览器的自称，以及仅限该链接的 Cookie。Holdfast 像密码一样把 Cookie 保存在密钥环中，且只出示给该服务器。除非您在扩展中允许，隐私窗口不会发送任何内容。不会向其他任何人发送任何内容。</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>浏览器</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>Map of the file</source>
        <translation>文件分布图</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>Certificates, the server's own first</source>
        <translation>证书，服务器自身的在最前</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>颁发给</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>For the names</source>
        <translation>适用的名称</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate for this job</source>
        <translation>为此任务信任此证书(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>复制指纹(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The server shows no certificate.</source>
        <translation>服务器没有出示证书。</translation>
    </message>
    <message>
        <source>Retry the job: the server may be in order again.</source>
        <translation>请重试此任务：服务器可能已恢复正常。</translation>
    </message>
    <message>
        <source>Somebody on the way may be pretending to be this server, or its certificate is in disorder. Compare the fingerprint with one that you know from elsewhere.</source>
        <translation>途中可能有人冒充此服务器，或者其证书有问题。请与您从其他途径得知的指纹比对。</translation>
    </message>
    <message>
        <source>Only this job would trust it, and only this very certificate of {host}. What is transferred can be read by whoever holds its key.</source>
        <translation>只有此任务会信任它，而且只信任 {host} 的这一个证书。持有其密钥的人可以读取传输的内容。</translation>
    </message>
</context>
<context>
    <name>ChangeLinkDialog</name>
    <message>
        <source>Change link and go on</source>
        <translation>更换链接并继续</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>新链接</translation>
    </message>
    <message>
        <source>What the server says</source>
        <translation>服务器的答复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>更换链接</translation>
    </message>
    <message>
        <source>Link until now</source>
        <translation>原链接</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>&amp;New link</source>
        <translation>新链接(&amp;N)</translation>
    </message>
    <message>
        <source>That is the link it has already.</source>
        <translation>它已经是这个链接。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Quit Holdfast?</source>
        <translation>退出 Holdfast？</translation>
    </message>
    <message>
        <source>After you quit nothing moves until the next start; then it goes on by itself.</source>
        <translation>退出后不再传输，下次启动时自动继续。</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>在系统托盘中继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>最小化(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>When all is done</source>
        <translation>全部完成后</translation>
    </message>
    <message>
        <source>Run when done</source>
        <translation>完成后运行</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>A program and its arguments. Quotation marks keep words together; there is no shell.</source>
        <translation>程序及其参数。引号使多个词保持在一起；不经过 shell。</translation>
    </message>
    <message>
        <source>&amp;Run this command:</source>
        <translation>运行此命令(&amp;R)：</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Add links…</source>
        <translation>添加链接(&amp;A)…</translation>
    </message>
    <message>
        <source>Add links</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>粘贴链接(&amp;P)</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>Holdfast &amp;help</source>
        <translation>Holdfast 帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo remove</source>
        <translation>撤销移除(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Resume all &amp;jobs</source>
        <translation>继续所有任务(&amp;J)</translation>
    </message>
    <message>
        <source>Pause al&amp;l jobs</source>
        <translation>暂停所有任务(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Re&amp;try now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep finished files</source>
        <translation>保留已完成的文件(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Run any&amp;way</source>
        <translation>仍然运行(&amp;W)</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>S&amp;how certificate…</source>
        <translation>显示证书(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Allow going on without encryption</source>
        <translation>允许不加密继续(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Remove and &amp;delete file</source>
        <translation>移除并删除文件(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>Copy p&amp;ath</source>
        <translation>复制路径(&amp;A)</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>复制为 c&amp;URL</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Chan&amp;ge link and go on…</source>
        <translation>更换链接并继续(&amp;G)…</translation>
    </message>
    <message>
        <source>Prop&amp;erties…</source>
        <translation>属性(&amp;E)…</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>移到最前(&amp;T)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>To the &amp;bottom</source>
        <translation>移到最后(&amp;B)</translation>
    </message>
    <message>
        <source>Gi&amp;ve up after</source>
        <translation>放弃条件(&amp;V)</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>速度限制(&amp;S)</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>前台：始终运行</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>优先级(&amp;I)</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>无法打开 {path}。</translation>
    </message>
    <message>
        <source>{folder} is not there (yet).</source>
        <translation>{folder} （尚）不存在。</translation>
    </message>
</context>
<context>
    <name>ConnectionTable</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Is at</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Goes on to</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>Still to bring</source>
        <translation>尚待下载</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>{so_far}, no connection at the moment</source>
        <translation>{so_far}，目前没有连接</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>All jobs together</source>
        <translation>所有任务合计</translation>
    </message>
    <message>
        <source>&amp;Jobs at once</source>
        <translation>同时运行的任务(&amp;J)</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>同时运行的任务</translation>
    </message>
    <message>
        <source>Jobs at once, &amp;per host</source>
        <translation>每个服务器同时运行的任务(&amp;P)</translation>
    </message>
    <message>
        <source>Jobs at once, per host</source>
        <translation>每个服务器同时运行的任务</translation>
    </message>
    <message>
        <source>Connections per &amp;host</source>
        <translation>每个服务器的连接数(&amp;H)</translation>
    </message>
    <message>
        <source>Connections per host</source>
        <translation>每个服务器的连接数</translation>
    </message>
    <message>
        <source>A job that was given more by hand may have them.</source>
        <translation>手动设定了更多连接的任务可以超出此数。</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Connections per &amp;file</source>
        <translation>每个文件的连接数(&amp;F)</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>每个文件的连接数</translation>
    </message>
    <message>
        <source>At most so many: another one is opened only while it makes the file faster.</source>
        <translation>最多这么多：只有能加快文件下载时才会再开连接。</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>速度限制</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>速度限制(&amp;S)</translation>
    </message>
    <message>
        <source>Each job can have a limit of its own besides, in its Properties.</source>
        <translation>每个任务还可以在其属性中设置单独的限制。</translation>
    </message>
    <message>
        <source>Connections and speed</source>
        <translation>连接与速度</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>{name} is not in the list any more.</source>
        <translation>{name} 已不在列表中。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>无法保存：{reason}。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>DoorBridge</name>
    <message>
        <source>The keyring does not answer, so the secret of other programs is not known. Unlock it, and they are heard again.</source>
        <translation>密钥环没有回应，因此不知道其他程序的密钥。请解锁密钥环，之后会重新接受它们的请求。</translation>
    </message>
    <message>
        <source>Other programs cannot be heard, and the log tells where.</source>
        <translation>无法接受其他程序的请求，日志中记有出错的位置。</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to add the links</source>
        <translation>松开以添加链接</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>&amp;Show all jobs</source>
        <translation>显示所有任务(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add links…</source>
        <translation>添加链接(&amp;A)…</translation>
    </message>
    <message>
        <source>Drop links here, or press {key}</source>
        <translation>将链接拖放到此处，或按 {key}</translation>
    </message>
    <message>
        <source>Holdfast brings the files home, and holds on while the network does not.</source>
        <translation>Holdfast 把文件带回家，网络不稳也坚持到底。</translation>
    </message>
</context>
<context>
    <name>EngineBridge</name>
    <message>
        <source>Something unexpected happened; the log has the details.</source>
        <translation>发生了意外情况；详情见日志。</translation>
    </message>
</context>
<context>
    <name>ExtensionSteps</name>
    <message>
        <source>Folder of the extension</source>
        <translation>扩展所在的文件夹</translation>
    </message>
    <message>
        <source>Co&amp;py path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>The extension cannot be put where browsers see it: {reason}.</source>
        <translation>无法把扩展放到浏览器能看到的位置：{reason}。</translation>
    </message>
    <message>
        <source>1. Open the page chrome://extensions
2. Switch on “Developer mode”
3. Press “Load unpacked” and choose the folder</source>
        <translation>1. 打开页面 chrome://extensions
2. 打开“开发者模式”
3. 点击“加载未打包的扩展程序”并选择该文件夹</translation>
    </message>
    <message>
        <source>It stays there. The browser may ask now and then whether you want it.</source>
        <translation>它会一直保留。浏览器可能偶尔询问您是否需要它。</translation>
    </message>
    <message>
        <source>1. Open the page about:debugging#/runtime/this-firefox
2. Press “Load Temporary Add-on…”
3. Choose the file manifest.json in the folder</source>
        <translation>1. 打开页面 about:debugging#/runtime/this-firefox
2. 点击“临时载入附加组件…”
3. 选择文件夹中的文件 manifest.json</translation>
    </message>
    <message>
        <source>Until Firefox is closed: it keeps only what Mozilla has signed, and this is not yet.</source>
        <translation>只到 Firefox 关闭为止：它只保留 Mozilla 签名过的内容，而此扩展尚未签名。</translation>
    </message>
    <message>
        <source>In Chromium, Chrome, Edge, Brave, Vivaldi and Opera</source>
        <translation>在 Chromium、Chrome、Edge、Brave、Vivaldi 和 Opera 中</translation>
    </message>
    <message>
        <source>In Firefox and LibreWolf</source>
        <translation>在 Firefox 和 LibreWolf 中</translation>
    </message>
    <message>
        <source>Nothing on this computer shows folders; copy the path instead.</source>
        <translation>本机没有能显示文件夹的程序；请改为复制路径。</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>选择：{name}</translation>
    </message>
    <message>
        <source>different</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>FileMap</name>
    <message>
        <source>The server has not said yet how large it is; {so_far}.</source>
        <translation>服务器尚未告知大小；{so_far}。</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Is tried again: {reason}</source>
        <translation>将重试：{reason}</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>All here, being checked</source>
        <translation>已全部到齐，正在校验</translation>
    </message>
    <message>
        <source>{size} are here</source>
        <translation>已有 {size}</translation>
    </message>
    <message>
        <source>Already here, and unchanged on the server</source>
        <translation>本地已有，服务器上未更改</translation>
    </message>
    <message>
        <source>Done, checked with {name}</source>
        <translation>已完成，已用 {name} 校验</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>All here, kept as a part file</source>
        <translation>已全部到齐，保存为部分文件</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost</source>
        <translation>失败，原因已丢失</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Fetch again</source>
        <translation>重新下载(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show in f&amp;older</source>
        <translation>在文件夹中显示(&amp;O)</translation>
    </message>
    <message>
        <source>Show its &amp;ranges</source>
        <translation>显示其区间(&amp;R)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>{count}, {done} done</source>
        <translation>{count}，已完成 {done} 个</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Shows the jobs whose name, link or folder has these words. Escape clears.</source>
        <translation>显示名称、链接或文件夹含有这些词的任务。Esc 清除。</translation>
    </message>
    <message>
        <source>Filter ({key})</source>
        <translation>筛选（{key}）</translation>
    </message>
</context>
<context>
    <name>FolderBox</name>
    <message>
        <source>Save in</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Holdfast goes on in the tray. Quit is in its menu there.</source>
        <translation>Holdfast 在系统托盘中继续运行。可在其菜单中退出。</translation>
    </message>
    <message>
        <source>A click with the middle button on the icon adds what was copied.</source>
        <translation>用鼠标中键单击图标即可添加所复制的内容。</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>关闭窗口时在系统托盘中继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>Transfers go on, and a click on the icon brings the window back.</source>
        <translation>传输继续进行，单击图标即可恢复窗口。</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>&amp;Offer links as soon as they are copied</source>
        <translation>复制链接后立即提示添加(&amp;O)</translation>
    </message>
    <message>
        <source>Nothing is fetched before you say so.</source>
        <translation>未经您同意不会下载任何内容。</translation>
    </message>
    <message>
        <source>&amp;Ask the server for name and size while a link is being added</source>
        <translation>添加链接时向服务器询问名称和大小(&amp;A)</translation>
    </message>
    <message>
        <source>When this is off, the server hears of a link only when its job begins.</source>
        <translation>关闭后，任务开始时才会联系服务器。</translation>
    </message>
    <message>
        <source>&amp;Start with the session, hidden in the tray</source>
        <translation>登录系统时启动，并隐藏到系统托盘(&amp;S)</translation>
    </message>
    <message>
        <source>Inside Flatpak, the settings of the system decide about this.</source>
        <translation>在 Flatpak 中，由系统设置决定。</translation>
    </message>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>无法保存：{reason}。</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>更改语言后，下次启动时生效。</translation>
    </message>
</context>
<context>
    <name>GiveUpChooser</name>
    <message>
        <source>watched</source>
        <translation>有人看管</translation>
    </message>
    <message>
        <source>as BITS</source>
        <translation>同 BITS</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>放弃条件</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Give up after</source>
        <translation>放弃条件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>&amp;Give up after this long without progress:</source>
        <translation>无进展多久后放弃(&amp;G)：</translation>
    </message>
    <message>
        <source>{time} without progress so far, where it is longest</source>
        <translation>最久的目前已 {time}无进展</translation>
    </message>
    <message>
        <source>Each job keeps its own.</source>
        <translation>每个任务保持自己的设置。</translation>
    </message>
    <message>
        <source>The first of them then gives up in {time}.</source>
        <translation>那样其中第一个将在 {time}后放弃。</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Holdfast help</source>
        <translation>Holdfast 帮助（英文）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Select a job to see why it moves or does not.</source>
        <translation>选择一个任务，查看它为何进展或停滞。</translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>重置列(&amp;R)</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Change kind</source>
        <translation>更改类型</translation>
    </message>
    <message>
        <source>Add kind</source>
        <translation>添加类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>扩展名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where all others go</source>
        <translation>与其他文件相同</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Without dots, with commas between them.</source>
        <translation>不带点，以逗号分隔。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Endings</source>
        <translation>扩展名(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
</context>
<context>
    <name>KindsField</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Rese&amp;t…</source>
        <translation>重置(&amp;T)…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>扩展名</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Put back the kinds that came with Holdfast?</source>
        <translation>恢复 Holdfast 自带的类型吗？</translation>
    </message>
    <message>
        <source>Yours and their folders are forgotten; no file is moved.</source>
        <translation>您的类型及其文件夹会被清除；不会移动任何文件。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>Speed limit</source>
        <translation>速度限制</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Bring at &amp;most:</source>
        <translation>最高速度(&amp;M)：</translation>
    </message>
    <message>
        <source>All jobs &amp;together bring:</source>
        <translation>所有任务合计(&amp;T)：</translation>
    </message>
    <message>
        <source>The limit for all jobs together holds as well.</source>
        <translation>所有任务的总限制同样有效。</translation>
    </message>
    <message>
        <source>A job's own limit holds as well.</source>
        <translation>任务自身的限制同样有效。</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>Links, one per line</source>
        <translation>链接，每行一个</translation>
    </message>
    <message>
        <source>Enter begins a new line, Ctrl+Enter adds what is written here</source>
        <translation>回车换行，Ctrl+回车添加此处内容</translation>
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
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>High contrast is always the system's own.</source>
        <translation>高对比度始终采用系统设置。</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>列表行</translation>
    </message>
    <message>
        <source>Co&amp;mfortable</source>
        <translation>宽松(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ompact</source>
        <translation>紧凑(&amp;O)</translation>
    </message>
    <message>
        <source>The name, and below it what the job does.</source>
        <translation>名称，下方显示任务状况。</translation>
    </message>
    <message>
        <source>One line a job.</source>
        <translation>每个任务一行。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>报告问题(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;About Holdfast</source>
        <translation>关于 Holdfast(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) gave no answer: what it was to keep lasts until Holdfast ends.</source>
        <translation>密钥环（{keyring}）没有回应：本应由它保存的内容只保留到 Holdfast 退出。</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. The path is {path}</source>
        <translation>本机没有能显示文件夹的程序。路径为 {path}</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>There is no link in the clipboard.</source>
        <translation>剪贴板中没有链接。</translation>
    </message>
    <message>
        <source>There is no link in what was dropped.</source>
        <translation>拖放的内容中没有链接。</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>更多选项</translation>
    </message>
    <message>
        <source>Speed, connections, priority, checksum, sign-in, headers, proxy, certificates</source>
        <translation>速度、连接、优先级、校验和、登录、标头、代理、证书</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>As in Preferences</source>
        <translation>与首选项相同</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>速度限制</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Wait between tries</source>
        <translation>重试间隔</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>sha256:… or the link of a list</source>
        <translation>sha256:… 或列表的链接</translation>
    </message>
    <message>
        <source>Secrets among them are kept in the keyring.</source>
        <translation>其中的机密内容保存在密钥环中。</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: secrets last until Holdfast ends.</source>
        <translation>本机没有密钥环：机密内容只保留到 Holdfast 退出。</translation>
    </message>
    <message>
        <source>A checksum is that of one file. For several, give the link of a list of checksums, such as SHA256SUMS.</source>
        <translation>校验和只对应一个文件。多个文件请给出校验和列表的链接，例如 SHA256SUMS。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>Line {n} is not a header: write Name: value.</source>
        <translation>第 {n} 行不是标头：请写成 名称: 值。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>前台：始终运行</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>在按流量计费的网络上</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>在那里也运行</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>等待其他网络</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>Headers, one per line</source>
        <translation>标头，每行一个</translation>
    </message>
    <message>
        <source>Referer: https://…</source>
        <translation>Referer: https://…</translation>
    </message>
    <message>
        <source>S&amp;peed limit</source>
        <translation>速度限制(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>优先级(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Wait between tries</source>
        <translation>重试间隔(&amp;W)</translation>
    </message>
    <message>
        <source>On a me&amp;tered network</source>
        <translation>在按流量计费的网络上(&amp;T)</translation>
    </message>
    <message>
        <source>Chec&amp;ksum</source>
        <translation>校验和(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>标头(&amp;H)</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>For all jobs, unless one has a way of its own in its Properties.</source>
        <translation>用于所有任务，除非任务在其属性中另有设置。</translation>
    </message>
    <message>
        <source>New jobs on a metered network</source>
        <translation>按流量计费的网络上的新任务</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>列表中的任务保持原样；可在“属性”中更改。</translation>
    </message>
    <message>
        <source>No proxy for</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>Hosts, *.domains and networks such as 10.0.0.0/8, with commas between them. This computer itself never needs a proxy.</source>
        <translation>服务器、*.域名和 10.0.0.0/8 之类的网段，用逗号分隔。本机自身从不需要代理。</translation>
    </message>
    <message>
        <source>No &amp;proxy for</source>
        <translation>不使用代理(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Sign-in for the proxy</source>
        <translation>代理的登录</translation>
    </message>
    <message>
        <source>Kept for {user}.</source>
        <translation>已为 {user} 保存。</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>&amp;Transfer as on any other</source>
        <translation>照常传输(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Wait for another network</source>
        <translation>等待其他网络(&amp;W)</translation>
    </message>
    <message>
        <source>As&amp;k for each job</source>
        <translation>逐个任务询问(&amp;K)</translation>
    </message>
    <message>
        <source>Their clocks stand still meanwhile.</source>
        <translation>其间它们的计时停止。</translation>
    </message>
    <message>
        <source>A job waits on hold until you choose “Run anyway” for it.</source>
        <translation>任务会暂缓，直到您为它选择“仍然运行”。</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>在桌面上</translation>
    </message>
    <message>
        <source>Tell me when a job is &amp;done</source>
        <translation>任务完成时通知我(&amp;D)</translation>
    </message>
    <message>
        <source>With buttons that open the file or show it in its folder.</source>
        <translation>带有打开文件或在文件夹中显示的按钮。</translation>
    </message>
    <message>
        <source>Tell me when a job &amp;gave up or failed</source>
        <translation>任务放弃或失败时通知我(&amp;G)</translation>
    </message>
    <message>
        <source>It stays on the screen until someone has seen it, with a button to retry.</source>
        <translation>它会留在屏幕上直到有人看到，并带有重试按钮。</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>OneLink</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>What is known of the link</source>
        <translation>链接的已知信息</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>如果本地已有</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
</context>
<context>
    <name>OtherProgramsPage</name>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Programs that know aria2</source>
        <translation>支持 aria2 的程序</translation>
    </message>
    <message>
        <source>AriaNg, Aria2-Explorer, aria2p and others can add downloads here and watch them, as they do with aria2. Only this computer is heard, and only who shows the secret.</source>
        <translation>AriaNg、Aria2-Explorer、aria2p 等可以像使用 aria2 一样在此添加和查看下载。只接受本机的请求，且必须出示密钥。</translation>
    </message>
    <message>
        <source>&amp;Let other programs use Holdfast</source>
        <translation>允许其他程序使用 Holdfast(&amp;L)</translation>
    </message>
    <message>
        <source>No other program is heard.</source>
        <translation>不接受其他程序的请求。</translation>
    </message>
    <message>
        <source>They are heard now.</source>
        <translation>正在接受它们的请求。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>What to enter in the other program</source>
        <translation>在其他程序中填写的内容</translation>
    </message>
    <message>
        <source>Some ask for the whole address, others for its parts.</source>
        <translation>有的要求完整地址，有的要求分别填写各部分。</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>复制地址(&amp;D)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>端口(&amp;O)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Cop&amp;y secret</source>
        <translation>复制密钥(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;New secret…</source>
        <translation>新密钥(&amp;N)…</translation>
    </message>
    <message>
        <source>Pages that may ask</source>
        <translation>允许发出请求的网页</translation>
    </message>
    <message>
        <source>Programs and browser extensions need no entry. All other pages get nothing, so name those that you trust, with commas between them: an AriaNg on a server of your own, say.</source>
        <translation>程序和浏览器扩展无需填写。其他网页得不到任何内容，因此请列出您信任的网页，用逗号分隔：例如您自己服务器上的 AriaNg。</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>网页(&amp;A)</translation>
    </message>
    <message>
        <source>There is one as soon as other programs may ask.</source>
        <translation>允许其他程序发出请求后就会有密钥。</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>保存在本机的密钥环中。</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it holds until Holdfast ends, and the next start has another one.</source>
        <translation>本机没有密钥环：只在 Holdfast 退出前有效，下次启动会换一个。</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>要生成新密钥吗？</translation>
    </message>
    <message>
        <source>Programs that have the old one are heard again once they have the new one.</source>
        <translation>持有旧密钥的程序换上新密钥后，其请求才会重新被接受。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Learn more</source>
        <translation>了解更多</translation>
    </message>
    <message>
        <source>Learn more about this error</source>
        <translation>了解此错误的更多信息</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the time after which it gives up</source>
        <translation>更改多久后放弃</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>更换链接</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>放弃条件</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Saved to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Metered networks</source>
        <translation>按流量计费的网络</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>&amp;Sidebar</source>
        <translation>侧边栏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>Details &amp;below the list</source>
        <translation>详细信息在列表下方(&amp;B)</translation>
    </message>
    <message>
        <source>Details b&amp;eside the list</source>
        <translation>详细信息在列表旁边(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>上一窗格(&amp;P)</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>此任务已接受的证书</translation>
    </message>
    <message>
        <source>Forg&amp;et</source>
        <translation>忘记(&amp;E)</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Folders and kinds</source>
        <translation>文件夹与类型</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Told by the endings of their names. A kind may have a folder of its own.</source>
        <translation>按文件扩展名区分。每种类型可有自己的文件夹。</translation>
    </message>
    <message>
        <source>Put files into</source>
        <translation>文件放入</translation>
    </message>
    <message>
        <source>&amp;Put files into</source>
        <translation>文件放入(&amp;P)</translation>
    </message>
    <message>
        <source>Where nothing is written here, they go to the folder of downloads.</source>
        <translation>此处留空则放入下载文件夹。</translation>
    </message>
</context>
<context>
    <name>PowerPage</name>
    <message>
        <source>Power</source>
        <translation>电源</translation>
    </message>
    <message>
        <source>Keep awake while jobs run</source>
        <translation>有任务运行时保持唤醒</translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself. Its screen goes dark as usual.</source>
        <translation>计算机不会自行进入睡眠。屏幕照常关闭。</translation>
    </message>
    <message>
        <source>&amp;When it is plugged in</source>
        <translation>接通电源时(&amp;W)</translation>
    </message>
    <message>
        <source>On &amp;battery as well</source>
        <translation>使用电池时也是(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>从不(&amp;N)</translation>
    </message>
    <message>
        <source>When it wakes up, jobs go on at once where they were.</source>
        <translation>唤醒后，任务立即从原处继续。</translation>
    </message>
</context>
<context>
    <name>PreferenceKeeper</name>
    <message>
        <source>{file} cannot be read; the preferences are as they came.</source>
        <translation>无法读取 {file}；首选项为默认值。</translation>
    </message>
    <message>
        <source>{file} has entries that cannot be read: {names}</source>
        <translation>{file} 中有无法读取的条目：{names}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>It is being put together…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This tells those who mend Holdfast what they need to know. It goes nowhere by itself. Passwords, tokens and cookies are taken out; names of files, folders and servers are not. Read it before you give it to anybody.</source>
        <translation>这里是修复 Holdfast 的人需要知道的信息。它不会自行发往任何地方。密码、令牌和 Cookie 已去除；文件、文件夹和服务器的名称没有。交给任何人之前请先阅读。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Give up and retries</source>
        <translation>放弃与重试</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>放弃条件(&amp;G)</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>重试前等待</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>重试前等待(&amp;W)</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>至少这么久；每次失败后加倍，最长 5 分钟。</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>最长下载时间</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>最长下载时间(&amp;L)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>优先级(&amp;P)</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>速度限制</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>速度限制(&amp;S)</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>每个文件的连接数</translation>
    </message>
    <message>
        <source>&amp;Connections per file</source>
        <translation>每个文件的连接数(&amp;C)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>在那里也运行</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>等待其他网络</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>在按流量计费的网络上</translation>
    </message>
    <message>
        <source>On a &amp;metered network</source>
        <translation>在按流量计费的网络上(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Run anyway: no network holds it any more</source>
        <translation>仍然运行：不再受任何网络限制(&amp;R)</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚未知</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>&amp;Name of the file</source>
        <translation>文件名(&amp;N)</translation>
    </message>
    <message>
        <source>A name has no slashes in it.</source>
        <translation>名称中不能有斜杠。</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>Which request</source>
        <translation>哪个请求</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>请求与应答</translation>
    </message>
    <message>
        <source>It has not been asked for since the program started.</source>
        <translation>自程序启动以来尚未请求过。</translation>
    </message>
</context>
<context>
    <name>RetriesPage</name>
    <message>
        <source>Give up and retries</source>
        <translation>放弃与重试</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>列表中的任务保持原样；可在“属性”中更改。</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>&amp;BITS</source>
        <translation>&amp;BITS</translation>
    </message>
    <message>
        <source>&amp;Delivery Optimization</source>
        <translation>传递优化(&amp;D)</translation>
    </message>
    <message>
        <source>Every job gives up after 14 days without progress.</source>
        <translation>每个任务在 14 天无进展后放弃。</translation>
    </message>
    <message>
        <source>Jobs in the foreground and of high priority give up after 1 hour without progress, all others after 1 day.</source>
        <translation>前台和高优先级任务在 1 小时无进展后放弃，其他任务在 1 天后放弃。</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>按配置</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>放弃条件(&amp;G)</translation>
    </message>
    <message>
        <source>The clock starts at the first error, every new byte sets it back to zero, and it stands still while a job is paused or on hold.</source>
        <translation>首次出错时开始计时，每收到新数据即归零，任务暂停或暂缓时计时停止。</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>重试前等待</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>重试前等待(&amp;W)</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>至少这么久；每次失败后加倍，最长 5 分钟。</translation>
    </message>
    <message>
        <source>That is longer than jobs hold on: they give up at the first error.</source>
        <translation>这比任务坚持的时间还长：首次出错即放弃。</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>最长下载时间</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>最长下载时间(&amp;L)</translation>
    </message>
    <message>
        <source>How long a job may connect and transfer, all in all. Waits do not count.</source>
        <translation>任务连接和传输的总时长上限。等待不计入。</translation>
    </message>
    <message>
        <source>End forgotten jobs</source>
        <translation>结束被遗忘的任务</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>&amp;End forgotten jobs</source>
        <translation>结束被遗忘的任务(&amp;E)</translation>
    </message>
    <message>
        <source>A job that brought nothing and that nobody touched for this long is ended. What is here of it goes to the trash.</source>
        <translation>这么久没有进展也无人理会的任务将被结束。已有部分移到回收站。</translation>
    </message>
</context>
<context>
    <name>RetryWindow</name>
    <message>
        <source>Retry window</source>
        <translation>重试时限</translation>
    </message>
    <message>
        <source>Time without progress that is used up</source>
        <translation>已用去的无进展时间</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>What will be added</source>
        <translation>将要添加的内容</translation>
    </message>
    <message>
        <source>F2 changes a name, Space what becomes of a file: one that is already here, or one that a Metalink tells of</source>
        <translation>F2 更改名称，空格键选择如何处理文件：本地已有的，或 Metalink 中列出的</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>重新加入</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>如果本地已有</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show: {name}</source>
        <translation>显示：{name}</translation>
    </message>
    <message>
        <source>Show what is written</source>
        <translation>显示所写内容</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>{command} ({key})</source>
        <translation>{command}（{key}）</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation>任务分组</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>登录代理</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>登录方式</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>&amp;For all downloads from {host}</source>
        <translation>用于来自 {host} 的所有下载(&amp;F)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It says: {realm}</source>
        <translation>它说：{realm}</translation>
    </message>
    <message>
        <source>The server says: {realm}</source>
        <translation>服务器说：{realm}</translation>
    </message>
    <message>
        <source>The last sign-in was refused.</source>
        <translation>上次登录被拒绝。</translation>
    </message>
    <message>
        <source>The last sign-in did not work: {reason}.</source>
        <translation>上次登录未成功：{reason}。</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>登录方式(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>令牌(&amp;T)</translation>
    </message>
</context>
<context>
    <name>SignInsPage</name>
    <message>
        <source>Sign-ins</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>For all downloads from a server, or through a proxy</source>
        <translation>用于某服务器的所有下载，或经由某代理</translation>
    </message>
    <message>
        <source>They come here when you sign in and choose so. Each is shown only to the server or the proxy that it was made for.</source>
        <translation>您登录并如此选择时会出现在这里。每一项只会出示给对应的服务器或代理。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Proxy {address}</source>
        <translation>代理 {address}</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: sign-ins are kept until Holdfast ends, and are never written to a file.</source>
        <translation>本机没有密钥环：登录信息只保留到 Holdfast 退出，绝不会写入文件。</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer ({keyring}).</source>
        <translation>它们保存在本机的密钥环中（{keyring}）。</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer.</source>
        <translation>它们保存在本机的密钥环中。</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Servers that have the file</source>
        <translation>有此文件的服务器</translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>已下载</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Speed of the last minute</source>
        <translation>最近一分钟的速度</translation>
    </message>
</context>
<context>
    <name>SpeedGraph</name>
    <message>
        <source>Speed over time</source>
        <translation>速度随时间的变化</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>限制</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>Speed in figures</source>
        <translation>速度数值</translation>
    </message>
    <message>
        <source>The time that the graph shows</source>
        <translation>图表显示的时间段</translation>
    </message>
    <message>
        <source>All jobs together: {figures}</source>
        <translation>所有任务合计：{figures}</translation>
    </message>
    <message>
        <source>nothing has come in this time</source>
        <translation>这段时间没有收到任何内容</translation>
    </message>
    <message>
        <source>now {now}, {average} on average, {highest} at most</source>
        <translation>当前 {now}，平均 {average}，最高 {highest}</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>所有任务</translation>
    </message>
    <message>
        <source>{name}, the last {span}, every {step} a row, the oldest first</source>
        <translation>{name}，最近 {span}，每 {step} 一行，最早的在前</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Network and free space</source>
        <translation>网络和可用空间</translation>
    </message>
    <message>
        <source>Total speed</source>
        <translation>总速度</translation>
    </message>
    <message>
        <source>Speed limit for all jobs together</source>
        <translation>所有任务合计的速度限制</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{folder} 中可用 {size}</translation>
    </message>
    <message>
        <source>{n} of {total} jobs shown</source>
        <translation>显示 {total} 个任务中的 {n} 个</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Behind a sign-in page</source>
        <translation>需先登录网络</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>按流量计费的网络</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>At most {rate}</source>
        <translation>最高 {rate}</translation>
    </message>
    <message>
        <source>No speed limit</source>
        <translation>无速度限制</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>More</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Hide window</source>
        <translation>隐藏窗口(&amp;H)</translation>
    </message>
    <message>
        <source>Sho&amp;w window</source>
        <translation>显示窗口(&amp;W)</translation>
    </message>
</context>
<context>
    <name>TrustBridge</name>
    <message>
        <source>The certificates of the server cannot be shown.</source>
        <translation>无法显示服务器的证书。</translation>
    </message>
</context>
<context>
    <name>TrustFields</name>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Take the sign-in from the file .netrc</source>
        <translation>从 .netrc 文件读取登录信息</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.p12 *.pfx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>证书的密码</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>另外信任</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>更多颁发机构的证书（PEM）</translation>
    </message>
    <message>
        <source>Follow servers from https to http, without encryption</source>
        <translation>允许服务器从 https 转到未加密的 http</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>密码(&amp;W)</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>令牌(&amp;K)</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>代理(&amp;X)</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>客户端证书(&amp;F)</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>其密码(&amp;D)</translation>
    </message>
    <message>
        <source>Either a user name and a password, or a token.</source>
        <translation>要么填用户名和密码，要么填令牌。</translation>
    </message>
</context>
<context>
    <name>TrustSection</name>
    <message>
        <source>Sign-in and security</source>
        <translation>登录与安全</translation>
    </message>
    <message>
        <source>Foll&amp;ow servers from https to http, without encryption</source>
        <translation>允许服务器从 https 转到未加密的 http(&amp;O)</translation>
    </message>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>此任务已接受的证书</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>登录(&amp;I)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Remove the sign-in of this job</source>
        <translation>移除此任务的登录信息</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>代理(&amp;X)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer *.p12 *.pfx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>客户端证书(&amp;F)</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>证书的密码</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>其密码(&amp;D)</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>另外信任</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>更多颁发机构的证书（PEM）</translation>
    </message>
    <message>
        <source>&amp;Trust as well</source>
        <translation>另外信任(&amp;T)</translation>
    </message>
    <message>
        <source>A sign-in or headers are kept for it.</source>
        <translation>已为其保存登录信息或标头。</translation>
    </message>
    <message>
        <source>None of its own.</source>
        <translation>没有自己的。</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>WayField</name>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>与系统相同(&amp;Y)</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>无(&amp;O)</translation>
    </message>
    <message>
        <source>Thro&amp;ugh this one:</source>
        <translation>通过此代理(&amp;U)：</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>http, https, socks5 or socks5h</source>
        <translation>http、https、socks5 或 socks5h</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>_AdviceLine</name>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_Text</name>
    <message>
        <source>Text of the page</source>
        <translation>页面正文</translation>
    </message>
</context>
<context>
    <name>adding</name>
    <message>
        <source>This line is too long for a link.</source>
        <translation>此行太长，不可能是链接。</translation>
    </message>
    <message>
        <source>This pattern stands for more than {links}.</source>
        <translation>此模式代表的链接超过 {links}。</translation>
    </message>
    <message>
        <source>This is taken as one link: a range of numbers is written as in [001-120].</source>
        <translation>这被当作一个链接：数字范围的写法如 [001-120]。</translation>
    </message>
    <message>
        <source>Already in the list: {state}</source>
        <translation>已在列表中：{state}</translation>
    </message>
    <message>
        <source>A job in the list has this name: {state}</source>
        <translation>列表中有同名任务：{state}</translation>
    </message>
    <message>
        <source>A job in the list waits for this file: {state}</source>
        <translation>列表中有任务在等待此文件：{state}</translation>
    </message>
    <message>
        <source>The folder already has a file of this name</source>
        <translation>文件夹中已有同名文件</translation>
    </message>
    <message>
        <source>Add with a number</source>
        <translation>加编号添加</translation>
    </message>
    <message>
        <source>Replace what is here</source>
        <translation>替换已有的</translation>
    </message>
    <message>
        <source>Go on with this link</source>
        <translation>用此链接继续</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不添加</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>正在询问 {host}…</translation>
    </message>
    <message>
        <source>sent by the browser</source>
        <translation>来自浏览器</translation>
    </message>
    <message>
        <source>can be resumed</source>
        <translation>支持续传</translation>
    </message>
    <message>
        <source>cannot be resumed</source>
        <translation>不支持续传</translation>
    </message>
    <message>
        <source>Leave it out, and show what is here</source>
        <translation>不添加，显示已有的</translation>
    </message>
    <message>
        <source>Replace what is here: its file goes to the trash</source>
        <translation>替换已有的：其文件移到回收站</translation>
    </message>
    <message>
        <source>Replace what is here: it begins anew</source>
        <translation>替换已有的：重新开始</translation>
    </message>
    <message>
        <source>Update the link of the waiting job and go on</source>
        <translation>更新等待中任务的链接并继续</translation>
    </message>
    <message>
        <source>Go on with this link: the job keeps what is here</source>
        <translation>用此链接继续：任务保留已有部分</translation>
    </message>
    <message>
        <source>Go on with this link: the size fits</source>
        <translation>用此链接继续：大小相符</translation>
    </message>
    <message>
        <source>Go on with this link: the size differs, so it may start over</source>
        <translation>用此链接继续：大小不同，可能重新开始</translation>
    </message>
    <message>
        <source>That is more than can be added at once: {links} are taken.</source>
        <translation>超出一次可添加的数量：取 {links}。</translation>
    </message>
    <message>
        <source>{links} by number: {first} to {last}</source>
        <translation>{links}，按编号：{first} 至 {last}</translation>
    </message>
    <message>
        <source>&amp;Add links</source>
        <translation>添加链接(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Go on with the new link</source>
        <translation>用新链接继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Show what is here</source>
        <translation>显示已有的(&amp;S)</translation>
    </message>
    <message>
        <source>{free} free in {place}</source>
        <translation>{place} 中可用 {free}</translation>
    </message>
    <message>
        <source>Only {free} free in {place}: too little</source>
        <translation>{place} 中仅可用 {free}：不够</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>There is no such job.</source>
        <translation>没有这个任务。</translation>
    </message>
    <message>
        <source>This job is {state}: there is nothing to retry.</source>
        <translation>此任务状态为“{state}”：没有可重试的。</translation>
    </message>
</context>
<context>
    <name>aria2</name>
    <message>
        <source>Port {port} is in use by another program, maybe by aria2 itself. End that program, or choose another port.</source>
        <translation>端口 {port} 正被其他程序占用，可能就是 aria2。请结束该程序，或选择其他端口。</translation>
    </message>
    <message>
        <source>The system keeps port {port} for its own services. Choose one above 1023.</source>
        <translation>系统为自身的服务保留了端口 {port}。请选择大于 1023 的端口。</translation>
    </message>
    <message>
        <source>Nobody can be heard at port {port}: {reason}.</source>
        <translation>无法在端口 {port} 接受请求：{reason}。</translation>
    </message>
    <message>
        <source>Only the beginning of an address is meant: {origin}, without what follows.</source>
        <translation>只需要地址的开头：{origin}，不要后面的部分。</translation>
    </message>
    <message>
        <source>Not more than {n} pages can be allowed.</source>
        <translation>最多只能允许 {n} 个网页。</translation>
    </message>
    <message>
        <source>“{text}” is no page: write it like http://localhost:8080.</source>
        <translation>“{text}”不是网页：请写成 http://localhost:8080 这样。</translation>
    </message>
</context>
<context>
    <name>browsers</name>
    <message>
        <source>Holdfast can fetch again only what was asked for by GET.</source>
        <translation>Holdfast 只能重新获取以 GET 方式请求的内容。</translation>
    </message>
    <message>
        <source>The browser sends more with this link than a server would take.</source>
        <translation>浏览器随此链接发送的内容超出了服务器会接受的量。</translation>
    </message>
    <message>
        <source>What the browser sends with this link has characters that no header can have.</source>
        <translation>浏览器随此链接发送的内容含有标头不允许的字符。</translation>
    </message>
    <message>
        <source>This instance has no window.</source>
        <translation>此实例没有窗口。</translation>
    </message>
    <message>
        <source>The browser gave the download no name.</source>
        <translation>浏览器没有给出下载的名称。</translation>
    </message>
    <message>
        <source>More downloads are offered than can be taken.</source>
        <translation>提供的下载超出了可接管的数量。</translation>
    </message>
    <message>
        <source>Nobody is ready for this download.</source>
        <translation>没有谁准备好接管此下载。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connected for everyone on this computer</source>
        <translation>已为本机的所有用户连接</translation>
    </message>
    <message>
        <source>Connected to another copy of Holdfast: {program}</source>
        <translation>已连接到另一份 Holdfast：{program}</translation>
    </message>
    <message>
        <source>Connected to a Holdfast that is not there any more: {program}</source>
        <translation>已连接到不复存在的 Holdfast：{program}</translation>
    </message>
    <message>
        <source>Connected for an older extension; connect it again</source>
        <translation>连接的是旧版扩展；请重新连接</translation>
    </message>
    <message>
        <source>Something else is in the way; move it away: {file}</source>
        <translation>这里已有其他文件；请将其移走：{file}</translation>
    </message>
    <message>
        <source>The program “holdfast-native” is missing, which browsers start. Install Holdfast anew.</source>
        <translation>缺少由浏览器启动的程序“holdfast-native”。请重新安装 Holdfast。</translation>
    </message>
    <message>
        <source>Browsers cannot start Holdfast where it is now: {path}. Move it to its place first.</source>
        <translation>浏览器无法从 Holdfast 现在的位置启动它：{path}。请先将它移到正式的位置。</translation>
    </message>
    <message>
        <source>This file is in the way and does not belong to Holdfast: {path}. Move it away first.</source>
        <translation>此文件占用了位置，且不属于 Holdfast：{path}。请先将其移走。</translation>
    </message>
    <message>
        <source>This file is a link, which somebody else looks after: {path}. It is left as it is.</source>
        <translation>此文件是由他人管理的符号链接：{path}。保持原样。</translation>
    </message>
    <message>
        <source>This folder is a link that leads nowhere: {path}.</source>
        <translation>此文件夹是指向不存在位置的符号链接：{path}。</translation>
    </message>
    <message>
        <source>There has to be a folder here, and is something else: {path}.</source>
        <translation>这里应该是文件夹，却是别的东西：{path}。</translation>
    </message>
    <message>
        <source>You may not write into this folder: {path}.</source>
        <translation>您没有写入此文件夹的权限：{path}。</translation>
    </message>
    <message>
        <source>This cannot be written: {path}. {reason}.</source>
        <translation>无法写入：{path}。{reason}。</translation>
    </message>
    <message>
        <source>Connected by a file that is not there any more: {file}</source>
        <translation>连接所用的文件已不存在：{file}</translation>
    </message>
    <message>
        <source>{browser} from {way} asks the system to start Holdfast, which not every system can do (Ubuntu can). It asks you once.</source>
        <translation>来自 {way} 的 {browser} 请求系统启动 Holdfast，并非每个系统都能做到（Ubuntu 可以）。它会询问您一次。</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system can.</source>
        <translation>来自 {way} 的 {browser} 不能启动其他程序：无法连接。同一浏览器的系统软件包则可以。</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system, or from its makers, can.</source>
        <translation>来自 {way} 的 {browser} 不能启动其他程序：无法连接。同一浏览器的系统软件包或官方版本则可以。</translation>
    </message>
</context>
<context>
    <name>bus_inhibitor</name>
    <message>
        <source>Transfers are running</source>
        <translation>正在传输</translation>
    </message>
</context>
<context>
    <name>categories</name>
    <message>
        <source>Disk images</source>
        <translation>磁盘映像</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>压缩文件</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>A kind needs a name.</source>
        <translation>类型需要名称。</translation>
    </message>
    <message>
        <source>There is a kind with this name already.</source>
        <translation>已有同名类型。</translation>
    </message>
    <message>
        <source>A kind needs an ending at least, such as iso.</source>
        <translation>类型至少需要一个扩展名，例如 iso。</translation>
    </message>
    <message>
        <source>“{ending}” belongs to “{kind}” already.</source>
        <translation>“{ending}”已属于“{kind}”。</translation>
    </message>
    <message>
        <source>“{ending}”: write only what follows the last dot.</source>
        <translation>“{ending}”：只写最后一个点之后的部分。</translation>
    </message>
    <message>
        <source>“{ending}” is too long for an ending.</source>
        <translation>“{ending}”作为扩展名太长。</translation>
    </message>
    <message>
        <source>“{ending}” has a character that endings do not have.</source>
        <translation>“{ending}”含有扩展名不允许的字符。</translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message>
        <source>not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>This is not the certificate that you have trusted for this job: the server shows another one.</source>
        <translation>这不是您为此任务信任过的证书：服务器出示了另一个。</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted.</source>
        <translation>其证书不可信。</translation>
    </message>
    <message>
        <source>Its certificate is in order now.</source>
        <translation>其证书现在正常。</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>其证书已过期。</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet. Is the clock of this computer right?</source>
        <translation>其证书尚未生效。本机时钟是否准确？</translation>
    </message>
    <message>
        <source>Its certificate is signed by an authority that this computer does not know.</source>
        <translation>其证书由本机不认识的机构签发。</translation>
    </message>
    <message>
        <source>It has made its certificate itself: nobody else vouches for it.</source>
        <translation>其证书是自己签发的：没有其他人为它担保。</translation>
    </message>
    <message>
        <source>Its certificate is for another name than that of the server.</source>
        <translation>其证书的名称与服务器不符。</translation>
    </message>
    <message>
        <source>No secure connection comes about, whatever is trusted.</source>
        <translation>无论信任什么，都无法建立安全连接。</translation>
    </message>
    <message>
        <source>Its certificate has been revoked by the authority that signed it.</source>
        <translation>其证书已被签发机构吊销。</translation>
    </message>
    <message>
        <source>Its certificate is made in an outdated way that can be forged.</source>
        <translation>其证书采用过时的方式制作，可被伪造。</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>没有名称</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Foreground</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>{name}, not checked yet</source>
        <translation>{name}，尚未校验</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Gives up in</source>
        <translation>放弃倒计时</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Last progress</source>
        <translation>上次进展</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>完成于</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
</context>
<context>
    <name>countdown</name>
    <message>
        <source>Holdfast quits in {time}.</source>
        <translation>Holdfast 将在 {time}后退出。</translation>
    </message>
    <message>
        <source>The computer is suspended in {time}.</source>
        <translation>计算机将在 {time}后睡眠。</translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation>计算机将在 {time}后关机。</translation>
    </message>
    <message>
        <source>In {time} this runs: {command}</source>
        <translation>{time}后将运行：{command}</translation>
    </message>
    <message>
        <source>&amp;Quit now</source>
        <translation>立即退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Suspend now</source>
        <translation>立即睡眠(&amp;S)</translation>
    </message>
    <message>
        <source>Shut &amp;down now</source>
        <translation>立即关机(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>立即运行(&amp;R)</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>{n} files</source>
        <extracomment>1 file</extracomment>
        <translation>
            <numerusform>{n} 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <extracomment>1 link</extracomment>
        <translation>
            <numerusform>{n} 个链接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more servers</source>
        <extracomment>1 more server</extracomment>
        <translation>
            <numerusform>另有 {n} 台服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a Metalink of {n} files, which come instead of it</source>
        <extracomment>a Metalink of 1 file, which comes instead of it</extracomment>
        <translation>
            <numerusform>含 {n} 个文件的 Metalink，将改为下载这些文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>最多 {n} 台服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} lines more</source>
        <extracomment>and one line more</extracomment>
        <translation>
            <numerusform>及另外 {n} 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of unknown size</source>
        <extracomment>1 of unknown size</extracomment>
        <translation>
            <numerusform>{n} 个大小未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are already here</source>
        <extracomment>1 is already here</extracomment>
        <translation>
            <numerusform>{n} 个本地已有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add {n} links</source>
        <extracomment>&amp;Add link</extracomment>
        <translation>
            <numerusform>添加 {n} 个链接(&amp;A)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are under way.</source>
        <extracomment>1 job is under way.</extracomment>
        <translation>
            <numerusform>有 {n} 个任务正在进行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <extracomment>1 second</extracomment>
        <translation>
            <numerusform>{n} 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} connections</source>
        <extracomment>1 connection</extracomment>
        <translation>
            <numerusform>{n} 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers have the file</source>
        <extracomment>1 server has the file</extracomment>
        <translation>
            <numerusform>{n} 台服务器有此文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs</source>
        <extracomment>1 job</extracomment>
        <translation>
            <numerusform>{n} 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tries</source>
        <extracomment>1 try</extracomment>
        <translation>
            <numerusform>{n} 次尝试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <extracomment>1 error</extracomment>
        <translation>
            <numerusform>{n} 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>and 1 more</extracomment>
        <translation>
            <numerusform>及另外 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers for each file</source>
        <extracomment>1 server for each file</extracomment>
        <translation>
            <numerusform>每个文件最多 {n} 台服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} connections per file</source>
        <extracomment>1 connection per file</extracomment>
        <translation>
            <numerusform>每个文件最多 {n} 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are not shown here.</source>
        <extracomment>1 job is not shown here.</extracomment>
        <translation>
            <numerusform>有 {n} 个任务未在此显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <extracomment>1 day</extracomment>
        <translation>
            <numerusform>{n} 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>1 hour</extracomment>
        <translation>
            <numerusform>{n} 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <extracomment>1 minute</extracomment>
        <translation>
            <numerusform>{n} 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds at least.</source>
        <extracomment>1 second at least.</extracomment>
        <translation>
            <numerusform>至少 {n} 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {n} jobs that time has already passed: they give up at once.</source>
        <extracomment>For 1 job that time has already passed: it gives up at once.</extracomment>
        <translation>
            <numerusform>{n} 个任务已超过该时间：将立即放弃。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these downloads are not in the list any more.</source>
        <extracomment>1 of these downloads is not in the list any more.</extracomment>
        <translation>
            <numerusform>这些下载中有 {n} 个已不在列表中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads are done</source>
        <extracomment>1 download is done</extracomment>
        <translation>
            <numerusform>{n} 个下载已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads failed</source>
        <extracomment>1 download failed</extracomment>
        <translation>
            <numerusform>{n} 个下载失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <extracomment>{names} and 1 more</extracomment>
        <translation>
            <numerusform>{names} 及另外 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links copied</source>
        <extracomment>1 link copied</extracomment>
        <translation>
            <numerusform>已复制 {n} 个链接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open {n} files that do more than show what is in them?</source>
        <extracomment>Open 1 file that does more than show what is in it?</extracomment>
        <translation>
            <numerusform>打开 {n} 个不只是显示内容的文件？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are over and keep what they have.</source>
        <extracomment>1 job is over and keeps what it has.</extracomment>
        <translation>
            <numerusform>{n} 个任务已结束，保持原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>{n} 台服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads wait for it.</source>
        <extracomment>1 download waits for it.</extracomment>
        <translation>
            <numerusform>有 {n} 个下载在等待它。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <extracomment>1 selected</extracomment>
        <translation>
            <numerusform>已选 {n} 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed; their files go to the trash</source>
        <extracomment>1 job removed; its files go to the trash</extracomment>
        <translation>
            <numerusform>已移除 {n} 个任务；其文件将移到回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed</source>
        <extracomment>1 job removed</extracomment>
        <translation>
            <numerusform>已移除 {n} 个任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs failed</source>
        <extracomment>1 job failed</extracomment>
        <translation>
            <numerusform>{n} 个任务失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>details_advice</name>
    <message>
        <source>Many servers are slow for a while. If it stays so, take a link to another server.</source>
        <translation>许多服务器会暂时变慢。若一直如此，请换用其他服务器的链接。</translation>
    </message>
    <message>
        <source>The server may be starting up or closed for a while. Check the port in the link.</source>
        <translation>服务器可能正在启动或暂时关闭。请检查链接中的端口。</translation>
    </message>
    <message>
        <source>What is here is kept. If it keeps breaking, look at your network first.</source>
        <translation>已有部分会保留。若反复中断，请先检查您的网络。</translation>
    </message>
    <message>
        <source>Check the name in the link, and whether other pages open in your web browser.</source>
        <translation>请检查链接中的名称，以及浏览器能否打开其他网页。</translation>
    </message>
    <message>
        <source>Check the network of this computer, a VPN, and the firewall.</source>
        <translation>请检查本机网络、VPN 和防火墙。</translation>
    </message>
    <message>
        <source>Check the proxy in the preferences, or in the network settings of this computer.</source>
        <translation>请检查首选项或本机网络设置中的代理。</translation>
    </message>
    <message>
        <source>The server has asked us to come back later. Fewer connections may help.</source>
        <translation>服务器请我们稍后再来。减少连接数可能有帮助。</translation>
    </message>
    <message>
        <source>Something went wrong on the server. If it stays so, tell those who run it.</source>
        <translation>服务器上出了问题。如果一直如此，请告知其运营者。</translation>
    </message>
    <message>
        <source>Something between here and the server may garble the answers, such as a proxy.</source>
        <translation>到服务器的途中可能有东西（例如代理）破坏了应答。</translation>
    </message>
    <message>
        <source>There is a new version of the file; it is fetched from the beginning.</source>
        <translation>文件有新版本；将从头下载。</translation>
    </message>
    <message>
        <source>The server does not keep to the rules. If it goes on, use a single connection.</source>
        <translation>服务器不遵守规则。若持续如此，请只用一个连接。</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer jobs run at the same time.</source>
        <translation>请关闭其他程序，或减少同时运行的任务。</translation>
    </message>
    <message>
        <source>Free some space there; it then goes on by itself.</source>
        <translation>请在那里腾出空间；之后会自动继续。</translation>
    </message>
    <message>
        <source>Connect the drive again; it then goes on by itself.</source>
        <translation>请重新连接驱动器；之后会自动继续。</translation>
    </message>
    <message>
        <source>Allow writing in the folder; it then goes on by itself.</source>
        <translation>请允许写入该文件夹；之后会自动继续。</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as there is a network.</source>
        <translation>一有网络就会自动继续。</translation>
    </message>
    <message>
        <source>Open a page in your web browser and sign in; it then goes on by itself.</source>
        <translation>请在浏览器中打开网页并登录；之后会自动继续。</translation>
    </message>
    <message>
        <source>It goes on by itself on another network, or here if you say so.</source>
        <translation>换到其他网络会自动继续，您同意的话也可在此继续。</translation>
    </message>
    <message>
        <source>The file was moved, or the link has expired. With a new link it goes on.</source>
        <translation>文件已移走，或链接已过期。换新链接即可继续。</translation>
    </message>
    <message>
        <source>The link may have expired or be meant for somebody else. Fetch a new one.</source>
        <translation>链接可能已过期，或是给别人的。请获取新链接。</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the server; it then goes on.</source>
        <translation>请用服务器管理者给您的信息登录；之后会继续。</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the proxy; it then goes on.</source>
        <translation>请用代理管理者给您的信息登录；之后会继续。</translation>
    </message>
    <message>
        <source>Correct the address of the proxy; nothing goes around a proxy that is set.</source>
        <translation>请更正代理地址；设置了代理就不会绕过它。</translation>
    </message>
    <message>
        <source>The server does not like what it was asked. See the tab “Request” for its answer.</source>
        <translation>服务器不接受所提的请求。其应答见“请求”选项卡。</translation>
    </message>
    <message>
        <source>Open the link in your web browser and copy the address that it ends up with.</source>
        <translation>请在浏览器中打开链接，并复制最终到达的地址。</translation>
    </message>
    <message>
        <source>Somebody may be listening in, its certificate is too old, or your clock is wrong.</source>
        <translation>可能有人在窃听、证书过期，或本机时钟不准。</translation>
    </message>
    <message>
        <source>Choose a certificate that the server knows in the properties of the job.</source>
        <translation>请在任务属性中选择服务器认可的证书。</translation>
    </message>
    <message>
        <source>The server speaks an outdated or a foreign kind of encryption. Try another server.</source>
        <translation>服务器使用过时或陌生的加密方式。请尝试其他服务器。</translation>
    </message>
    <message>
        <source>Correct the link; what is here is kept.</source>
        <translation>请更正链接；已有部分会保留。</translation>
    </message>
    <message>
        <source>The site may want you to sign in or to wait. Copy a fresh link from its page.</source>
        <translation>网站可能要求登录或等待。请从其页面复制新的链接。</translation>
    </message>
    <message>
        <source>Another server or another link may offer the file as it is.</source>
        <translation>其他服务器或链接可能提供未压缩的文件。</translation>
    </message>
    <message>
        <source>Add the link again with a folder on a drive that takes files of this size.</source>
        <translation>请重新添加链接，并选择支持这么大文件的驱动器上的文件夹。</translation>
    </message>
    <message>
        <source>What came is not what was promised. Check the checksum, or fetch the file again.</source>
        <translation>收到的与承诺的不符。请检查校验和，或重新下载文件。</translation>
    </message>
    <message>
        <source>One of them is of another version. Fetch the Metalink anew, or the file by its link.</source>
        <translation>两者之一是其他版本。请重新获取 Metalink，或通过链接下载文件。</translation>
    </message>
    <message>
        <source>The file of checksums does not name this file. Add the link again without it.</source>
        <translation>校验文件中没有列出此文件。请不带校验文件重新添加链接。</translation>
    </message>
    <message>
        <source>Save what matters from this drive and have it checked. Then try again.</source>
        <translation>请备份此驱动器上的重要数据并检查它，然后再试。</translation>
    </message>
    <message>
        <source>Resume it, or let it take longer in its properties.</source>
        <translation>请继续它，或在其属性中给它更多时间。</translation>
    </message>
    <message>
        <source>Add the link again if you still want the file.</source>
        <translation>如果仍需要该文件，请重新添加链接。</translation>
    </message>
    <message>
        <source>Copy the tab “Timeline” and send it with your report. Another try does no harm.</source>
        <translation>请复制“时间线”选项卡并随报告发送。再试一次也无妨。</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Change link…</source>
        <translation>更换链接…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>仍然运行</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>显示证书…</translation>
    </message>
    <message>
        <source>Allow for this job</source>
        <translation>为此任务允许</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>属性…</translation>
    </message>
    <message>
        <source>Others on the way could read and change what comes without encryption. Allow it only if that does no harm, or if you have a checksum.</source>
        <translation>未加密的内容可能被途中的他人读取和篡改。只有在这无妨，或您有校验和时才允许。</translation>
    </message>
</context>
<context>
    <name>details_sources</name>
    <message>
        <source>used no more: {reason}</source>
        <translation>不再使用：{reason}</translation>
    </message>
    <message>
        <source>in reserve</source>
        <translation>备用</translation>
    </message>
</context>
<context>
    <name>details_words</name>
    <message>
        <source>On hold: the clock stands still</source>
        <translation>暂缓：计时停止</translation>
    </message>
    <message>
        <source>Paused: the clock stands still</source>
        <translation>已暂停：计时停止</translation>
    </message>
    <message>
        <source>All is well: the clock is not running</source>
        <translation>一切正常：未在计时</translation>
    </message>
    <message>
        <source>It waits for its turn: the clock is not running</source>
        <translation>等待轮到它：未在计时</translation>
    </message>
    <message>
        <source>No progress for {time}</source>
        <translation>已 {time}无进展</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>永不放弃</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>{time}后放弃</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Stopped: another try by itself would not help</source>
        <translation>已停止：自动重试也无济于事</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set</source>
        <translation>按设置在首次出错时放弃</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress</source>
        <translation>{time}无进展后放弃</translation>
    </message>
    <message>
        <source>only when you ask for it</source>
        <translation>仅在您要求时</translation>
    </message>
    <message>
        <source>as soon as what holds it is over</source>
        <translation>阻碍消除后立即</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time}后</translation>
    </message>
    <message>
        <source>when another job has got through to {host}</source>
        <translation>当另一个任务连通 {host} 时</translation>
    </message>
    <message>
        <source>none before it gives up</source>
        <translation>放弃之前不再尝试</translation>
    </message>
    <message>
        <source>{reason}; it asked us to wait {time}</source>
        <translation>{reason}；要求等待 {time}</translation>
    </message>
    <message>
        <source>{time} without progress</source>
        <translation>{time}无进展</translation>
    </message>
    <message>
        <source>last new byte {time}</source>
        <translation>最近收到新数据：{time}</translation>
    </message>
    <message>
        <source>{size}, of a total that is not known yet</source>
        <translation>{size}，总量尚未知</translation>
    </message>
    <message>
        <source>{present} of {size}</source>
        <translation>{present} / {size}</translation>
    </message>
    <message>
        <source>now from {hosts}</source>
        <translation>目前来自 {hosts}</translation>
    </message>
    <message>
        <source>{n} of {total} files checked with a checksum</source>
        <translation>{total} 个文件中的 {n} 个已用校验和校验</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>已用 {name} 校验</translation>
    </message>
    <message>
        <source>the size, and every range</source>
        <translation>大小及每个区间</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>本地已有，服务器上未更改</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>服务器未告知大小</translation>
    </message>
    <message>
        <source>checked with {name}: {digits}</source>
        <translation>已用 {name} 校验：{digits}</translation>
    </message>
    <message>
        <source>will be checked with {name}: {digits}</source>
        <translation>将用 {name} 校验：{digits}</translation>
    </message>
    <message>
        <source>at most {rate}</source>
        <translation>最高 {rate}</translation>
    </message>
    <message>
        <source>no speed limit of its own</source>
        <translation>没有单独的速度限制</translation>
    </message>
    <message>
        <source>at least {time} between tries</source>
        <translation>重试间隔至少 {time}</translation>
    </message>
    <message>
        <source>at most {time} of downloading</source>
        <translation>下载时间最多 {time}</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>前台：始终运行</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>在那里也运行</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>等待其他网络</translation>
    </message>
    <message>
        <source>asks you first</source>
        <translation>先询问您</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>在任何网络上运行</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{time} ({ago})</source>
        <translation>{time}（{ago}）</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>{n} active</source>
        <translation>{n} 个活动</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} 个重试中</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} 个暂缓</translation>
    </message>
    <message>
        <source>{n} paused or waiting</source>
        <translation>{n} 个暂停或等待</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} 个失败</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>{n} 个完成</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>nothing moves at the moment</source>
        <translation>目前没有进展</translation>
    </message>
    <message>
        <source>Gives up first</source>
        <translation>最先放弃</translation>
    </message>
</context>
<context>
    <name>engine_words</name>
    <message>
        <source>A link begins with http:// or https://.</source>
        <translation>链接以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Only http and https links can be transferred, not {scheme}.</source>
        <translation>只能传输 http 和 https 链接，不支持 {scheme}。</translation>
    </message>
    <message>
        <source>The link contains control characters.</source>
        <translation>链接包含控制字符。</translation>
    </message>
    <message>
        <source>The link is longer than any server takes.</source>
        <translation>链接过长，任何服务器都不会接受。</translation>
    </message>
    <message>
        <source>The link names no host.</source>
        <translation>链接没有写明服务器。</translation>
    </message>
    <message>
        <source>The port in the link is not a number.</source>
        <translation>链接中的端口不是数字。</translation>
    </message>
    <message>
        <source>The port in the link is not between 1 and 65535.</source>
        <translation>链接中的端口不在 1 到 65535 之间。</translation>
    </message>
    <message>
        <source>The host in the link contains a percent sign.</source>
        <translation>链接中的服务器名包含百分号。</translation>
    </message>
    <message>
        <source>The host in the link contains a space.</source>
        <translation>链接中的服务器名包含空格。</translation>
    </message>
    <message>
        <source>The host in the link contains characters that host names cannot have.</source>
        <translation>链接中的服务器名包含不允许的字符。</translation>
    </message>
    <message>
        <source>The host in the link is not a valid IP address.</source>
        <translation>链接中的 IP 地址无效。</translation>
    </message>
    <message>
        <source>There is no link to fetch.</source>
        <translation>没有可下载的链接。</translation>
    </message>
    <message>
        <source>The job has no files yet.</source>
        <translation>任务还没有文件。</translation>
    </message>
    <message>
        <source>The job has no file {n}.</source>
        <translation>任务没有文件 {n}。</translation>
    </message>
    <message>
        <source>The file is here already.</source>
        <translation>文件已在本地。</translation>
    </message>
    <message>
        <source>It is the last file of the job; cancel the job instead.</source>
        <translation>这是任务的最后一个文件；请改为取消任务。</translation>
    </message>
    <message>
        <source>A job may have {n} files, and this one would have {n_wanted}.</source>
        <translation>一个任务最多 {n} 个文件，而此任务会有 {n_wanted} 个。</translation>
    </message>
    <message>
        <source>There are {n} jobs already, as many as there may be.</source>
        <translation>已有 {n} 个任务，达到上限。</translation>
    </message>
    <message>
        <source>That job stands in another line.</source>
        <translation>该任务在另一个队列中。</translation>
    </message>
    <message>
        <source>A speed limit cannot be negative.</source>
        <translation>速度限制不能为负数。</translation>
    </message>
    <message>
        <source>A file needs one connection at least.</source>
        <translation>一个文件至少需要一个连接。</translation>
    </message>
    <message>
        <source>The longest time for a download must be more than 0.</source>
        <translation>最长下载时间必须大于 0。</translation>
    </message>
    <message>
        <source>a no-progress timeout cannot be negative</source>
        <translation>无进展时限不能为负数</translation>
    </message>
    <message>
        <source>A header has characters that no header can have.</source>
        <translation>有标头含有标头不允许的字符。</translation>
    </message>
    <message>
        <source>A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f.</source>
        <translation>校验和写作“算法:数字”，数字为 0-9 和 a-f。</translation>
    </message>
    <message>
        <source>The checksum's algorithm is missing; write it as in sha256:DIGITS.</source>
        <translation>缺少校验和的算法；请按 sha256:数字 的形式书写。</translation>
    </message>
    <message>
        <source>The checksum's algorithm {name} is not known; these are: {known}.</source>
        <translation>未知的校验和算法 {name}；支持：{known}。</translation>
    </message>
    <message>
        <source>A {name} checksum has {n} digits, not {n_given}.</source>
        <translation>{name} 校验和有 {n} 位数字，而不是 {n_given} 位。</translation>
    </message>
    <message>
        <source>A crc32c checksum needs the package google-crc32c (or crc32c), which is not installed.</source>
        <translation>crc32c 校验和需要软件包 google-crc32c（或 crc32c），但尚未安装。</translation>
    </message>
    <message>
        <source>cannot read the checksum file {path}: {reason}</source>
        <translation>无法读取校验文件 {path}：{reason}</translation>
    </message>
    <message>
        <source>{path} is too large to be a checksum file</source>
        <translation>{path} 太大，不可能是校验文件</translation>
    </message>
    <message>
        <source>{path} holds no checksums that can be used</source>
        <translation>{path} 中没有可用的校验和</translation>
    </message>
    <message>
        <source>cannot make the folder {path}: {reason}</source>
        <translation>无法创建文件夹 {path}：{reason}</translation>
    </message>
    <message>
        <source>cannot write to the folder {path}</source>
        <translation>无法写入文件夹 {path}</translation>
    </message>
    <message>
        <source>There are no certificates (PEM) in {path}.</source>
        <translation>{path} 中没有证书（PEM）。</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>the job list cannot be written: {reason}</source>
        <translation>无法写入任务列表：{reason}</translation>
    </message>
    <message>
        <source>These settings cannot be: {reason}.</source>
        <translation>这些设置无效：{reason}。</translation>
    </message>
    <message>
        <source>There is already something called {name}.</source>
        <translation>已有名为 {name} 的项目。</translation>
    </message>
    <message>
        <source>{path} is no longer where it was put.</source>
        <translation>{path} 已不在原处。</translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {reason}.</source>
        <translation>无法重命名 {name}：{reason}。</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>文件需要名称。</translation>
    </message>
    <message>
        <source>The file is just being given its name; try again in a moment.</source>
        <translation>文件正在命名；请稍后再试。</translation>
    </message>
    <message>
        <source>Its files are just being given their names; try again.</source>
        <translation>其文件正在命名；请再试一次。</translation>
    </message>
    <message>
        <source>The trash does not take {names} and {n} more.</source>
        <translation>回收站不接受 {names} 及另外 {n} 个文件。</translation>
    </message>
    <message>
        <source>The trash does not take {names}.</source>
        <translation>回收站不接受 {names}。</translation>
    </message>
    <message>
        <source>{path} belongs to another user ({user}).</source>
        <translation>{path} 属于其他用户（{user}）。</translation>
    </message>
    <message>
        <source>Everybody can put another folder in the place of {path}: {folder} can be written by all.</source>
        <translation>任何人都可以用别的文件夹替换 {path}：所有人都能写入 {folder}。</translation>
    </message>
    <message>
        <source>Others can write to {path}; `chmod go-w` takes that from them.</source>
        <translation>其他人可以写入 {path}；`chmod go-w` 可取消此权限。</translation>
    </message>
    <message>
        <source>Line {line} of {path} cannot be read.</source>
        <translation>无法读取 {path} 的第 {line} 行。</translation>
    </message>
    <message>
        <source>{path} is no text.</source>
        <translation>{path} 不是文本。</translation>
    </message>
    <message>
        <source>{path} belongs to another user, and its passwords are not used.</source>
        <translation>{path} 属于其他用户，其中的密码不会使用。</translation>
    </message>
    <message>
        <source>Others can read {path}, and its passwords are not used; `chmod 600` mends that.</source>
        <translation>其他人可以读取 {path}，其中的密码不会使用；`chmod 600` 可解决。</translation>
    </message>
    <message>
        <source>No proxy asks this job for a sign-in.</source>
        <translation>没有代理要求此任务登录。</translation>
    </message>
    <message>
        <source>This is no fingerprint of a certificate.</source>
        <translation>这不是证书的指纹。</translation>
    </message>
    <message>
        <source>Save the sign-in for the proxy by itself, not in its address.</source>
        <translation>请单独保存代理的登录信息，不要写在地址里。</translation>
    </message>
    <message>
        <source>no way to sign in is known for {names}</source>
        <translation>不知道如何用 {names} 登录</translation>
    </message>
    <message>
        <source>there is no way to sign in with {name}</source>
        <translation>无法用 {name} 登录</translation>
    </message>
    <message>
        <source>{name} cannot be answered ({reason})</source>
        <translation>无法应答 {name}（{reason}）</translation>
    </message>
    <message>
        <source>the token holds characters that no token can have</source>
        <translation>令牌包含不允许的字符</translation>
    </message>
    <message>
        <source>the server does not go on with NTLM</source>
        <translation>服务器没有继续 NTLM</translation>
    </message>
    <message>
        <source>signing in with {name} needs the extra "{extra}": {order}</source>
        <translation>用 {name} 登录需要附加组件“{extra}”：{order}</translation>
    </message>
    <message>
        <source>The sign-in of a proxy belongs in the keyring, not in its address.</source>
        <translation>代理的登录信息应放在密钥环中，而不是地址里。</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>缺少代理地址。</translation>
    </message>
    <message>
        <source>The address of a proxy ends with its port.</source>
        <translation>代理地址以端口结尾。</translation>
    </message>
    <message>
        <source>The address of a proxy begins with http://, https://, socks5:// or socks5h://, not with {scheme}://.</source>
        <translation>代理地址以 http://、https://、socks5:// 或 socks5h:// 开头，而不是 {scheme}://。</translation>
    </message>
    <message>
        <source>SOCKS4 proxies cannot be used; many of them speak SOCKS5 as well: socks5://.</source>
        <translation>不能使用 SOCKS4 代理；其中许多也支持 SOCKS5：socks5://。</translation>
    </message>
    <message>
        <source>The address of the proxy names no host.</source>
        <translation>代理地址中没有服务器名。</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not a number.</source>
        <translation>代理地址中的端口不是数字。</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not between 1 and 65535.</source>
        <translation>代理地址中的端口不在 1 到 65535 之间。</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a percent sign.</source>
        <translation>代理地址中的服务器名包含百分号。</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a space.</source>
        <translation>代理地址中的服务器名包含空格。</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains characters that host names cannot have.</source>
        <translation>代理地址中的服务器名包含不允许的字符。</translation>
    </message>
    <message>
        <source>The host in the address of the proxy is not a valid IP address.</source>
        <translation>代理地址中的 IP 地址无效。</translation>
    </message>
    <message>
        <source>Neither a host nor a network of hosts: {text}</source>
        <translation>既不是服务器也不是网段：{text}</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be read: {reason}.</source>
        <translation>无法读取客户端证书 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be used.</source>
        <translation>无法使用客户端证书 {path}。</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened with this password.</source>
        <translation>无法用此密码打开客户端证书 {path}。</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened without its password.</source>
        <translation>没有密码就无法打开客户端证书 {path}。</translation>
    </message>
    <message>
        <source>The key in {path} does not belong to the certificate in it.</source>
        <translation>{path} 中的密钥与其中的证书不匹配。</translation>
    </message>
    <message>
        <source>{path} holds no client certificate, neither PEM nor PKCS#12.</source>
        <translation>{path} 中没有客户端证书，既不是 PEM 也不是 PKCS#12。</translation>
    </message>
    <message>
        <source>{path} does not hold a client certificate together with its key.</source>
        <translation>{path} 中没有带密钥的客户端证书。</translation>
    </message>
    <message>
        <source>The server cannot be looked at: {reason}</source>
        <translation>无法查看服务器：{reason}</translation>
    </message>
    <message>
        <source>Nothing on the way to the server is encrypted.</source>
        <translation>到服务器的途径没有任何加密。</translation>
    </message>
    <message>
        <source>The digests of the file's pieces are not whole.</source>
        <translation>文件各分块的校验和不完整。</translation>
    </message>
    <message>
        <source>It is larger than a Metalink may be ({n} MiB).</source>
        <translation>超过了 Metalink 允许的大小（{n} MiB）。</translation>
    </message>
    <message>
        <source>It is no Metalink.</source>
        <translation>这不是 Metalink。</translation>
    </message>
    <message>
        <source>The Metalink has no file with an http or https link.</source>
        <translation>此 Metalink 中没有带 http 或 https 链接的文件。</translation>
    </message>
    <message>
        <source>It has a DTD or entities, which no Metalink needs.</source>
        <translation>其中含有 DTD 或实体，Metalink 不需要这些。</translation>
    </message>
    <message>
        <source>It is no well-formed XML.</source>
        <translation>这不是格式正确的 XML。</translation>
    </message>
    <message>
        <source>It is built in a way that no Metalink is.</source>
        <translation>其结构与任何 Metalink 都不同。</translation>
    </message>
    <message>
        <source>It has more than {n} files.</source>
        <translation>其中的文件超过 {n} 个。</translation>
    </message>
    <message>
        <source>the file is not the promised one; now from {host} alone</source>
        <translation>文件与承诺的不符；现在只从 {host} 获取</translation>
    </message>
    <message>
        <source>the part file is missing or was changed</source>
        <translation>部分文件缺失或已被改动</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>服务器上的文件已更改</translation>
    </message>
    <message>
        <source>the server sent another range than was asked for</source>
        <translation>服务器发送的范围与请求不符</translation>
    </message>
    <message>
        <source>the server sent the whole file instead of the rest</source>
        <translation>服务器发送了整个文件而不是剩余部分</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>no answer from {subject}</source>
        <translation>{subject} 没有应答</translation>
    </message>
    <message>
        <source>no answer from the server</source>
        <translation>服务器没有应答</translation>
    </message>
    <message>
        <source>{subject} refused the connection</source>
        <translation>{subject} 拒绝了连接</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>服务器拒绝了连接</translation>
    </message>
    <message>
        <source>the connection to {subject} broke</source>
        <translation>与 {subject} 的连接中断</translation>
    </message>
    <message>
        <source>the connection to the server broke</source>
        <translation>与服务器的连接中断</translation>
    </message>
    <message>
        <source>could not resolve {subject}</source>
        <translation>无法解析 {subject}</translation>
    </message>
    <message>
        <source>could not resolve the server's name</source>
        <translation>无法解析服务器名称</translation>
    </message>
    <message>
        <source>no way through the network to {subject}</source>
        <translation>网络中没有到 {subject} 的路径</translation>
    </message>
    <message>
        <source>no way through the network to the server</source>
        <translation>网络中没有到服务器的路径</translation>
    </message>
    <message>
        <source>could not get through the proxy {subject}</source>
        <translation>无法通过代理 {subject}</translation>
    </message>
    <message>
        <source>could not get through the proxy</source>
        <translation>无法通过代理</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>服务器繁忙</translation>
    </message>
    <message>
        <source>{subject} reports an error of its own</source>
        <translation>{subject} 报告自身出错</translation>
    </message>
    <message>
        <source>the server reports an error of its own</source>
        <translation>服务器报告自身出错</translation>
    </message>
    <message>
        <source>the answer of {subject} made no sense</source>
        <translation>{subject} 的应答无法理解</translation>
    </message>
    <message>
        <source>the answer of the server made no sense</source>
        <translation>服务器的应答无法理解</translation>
    </message>
    <message>
        <source>the file changed on the server, so it starts over</source>
        <translation>服务器上的文件已更改，因此重新开始</translation>
    </message>
    <message>
        <source>{subject} sent another part of the file than asked for, so it starts over</source>
        <translation>{subject} 发送的并非所请求的部分，因此重新开始</translation>
    </message>
    <message>
        <source>the server sent another part of the file than asked for, so it starts over</source>
        <translation>服务器发送的并非所请求的部分，因此重新开始</translation>
    </message>
    <message>
        <source>too many files are open on this computer</source>
        <translation>这台计算机上打开的文件过多</translation>
    </message>
    <message>
        <source>no space left in {subject}</source>
        <translation>{subject} 中已没有空间</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>磁盘已没有空间</translation>
    </message>
    <message>
        <source>the drive that holds {subject} is gone</source>
        <translation>{subject} 所在的驱动器已不在</translation>
    </message>
    <message>
        <source>the drive that holds the folder is gone</source>
        <translation>文件夹所在的驱动器已不在</translation>
    </message>
    <message>
        <source>no permission to write in {subject}</source>
        <translation>没有写入 {subject} 的权限</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>没有写入该文件夹的权限</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>这台计算机处于离线状态</translation>
    </message>
    <message>
        <source>the network wants you to sign in first, in a web browser</source>
        <translation>网络要求先在浏览器中登录</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>按流量计费的网络</translation>
    </message>
    <message>
        <source>there is no such file on {subject}</source>
        <translation>{subject} 上没有这个文件</translation>
    </message>
    <message>
        <source>there is no such file on the server</source>
        <translation>服务器上没有这个文件</translation>
    </message>
    <message>
        <source>{subject} does not give access to this file</source>
        <translation>{subject} 不允许访问此文件</translation>
    </message>
    <message>
        <source>the server does not give access to this file</source>
        <translation>服务器不允许访问此文件</translation>
    </message>
    <message>
        <source>{subject} asks for a user name and a password</source>
        <translation>{subject} 要求用户名和密码</translation>
    </message>
    <message>
        <source>the server asks for a user name and a password</source>
        <translation>服务器要求用户名和密码</translation>
    </message>
    <message>
        <source>the proxy {subject} asks for a user name and a password</source>
        <translation>代理 {subject} 要求用户名和密码</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and a password</source>
        <translation>代理要求用户名和密码</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used: {subject}</source>
        <translation>无法使用代理地址：{subject}</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used</source>
        <translation>无法使用代理地址</translation>
    </message>
    <message>
        <source>{subject} refused the request</source>
        <translation>{subject} 拒绝了请求</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>服务器拒绝了请求</translation>
    </message>
    <message>
        <source>the server sent us on to {subject}, which is not followed</source>
        <translation>服务器转到了 {subject}，不会跟随</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>服务器转到了不会跟随的位置</translation>
    </message>
    <message>
        <source>the certificate of {subject} cannot be trusted</source>
        <translation>{subject} 的证书不可信</translation>
    </message>
    <message>
        <source>the certificate of the server cannot be trusted</source>
        <translation>服务器的证书不可信</translation>
    </message>
    <message>
        <source>{subject} wants a client certificate</source>
        <translation>{subject} 要求客户端证书</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>服务器要求客户端证书</translation>
    </message>
    <message>
        <source>no secure connection to {subject}</source>
        <translation>无法与 {subject} 建立安全连接</translation>
    </message>
    <message>
        <source>no secure connection to the server</source>
        <translation>无法与服务器建立安全连接</translation>
    </message>
    <message>
        <source>this link cannot be used: {subject}</source>
        <translation>此链接无法使用：{subject}</translation>
    </message>
    <message>
        <source>this link cannot be used</source>
        <translation>此链接无法使用</translation>
    </message>
    <message>
        <source>{subject} sent a web page instead of the file</source>
        <translation>{subject} 发送的是网页而不是文件</translation>
    </message>
    <message>
        <source>the server sent a web page instead of the file</source>
        <translation>服务器发送的是网页而不是文件</translation>
    </message>
    <message>
        <source>{subject} sent the file packed in a way that cannot be undone safely</source>
        <translation>{subject} 以无法安全还原的压缩方式发送了文件</translation>
    </message>
    <message>
        <source>the server sent the file packed in a way that cannot be undone safely</source>
        <translation>服务器以无法安全还原的压缩方式发送了文件</translation>
    </message>
    <message>
        <source>the file is larger than the drive of {subject} can hold</source>
        <translation>文件超出了 {subject} 所在驱动器能容纳的大小</translation>
    </message>
    <message>
        <source>the file is larger than the drive can hold</source>
        <translation>文件超出了驱动器能容纳的大小</translation>
    </message>
    <message>
        <source>the checksum does not match: {subject}</source>
        <translation>校验和不匹配：{subject}</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>校验和不匹配</translation>
    </message>
    <message>
        <source>the file on {subject} is not as large as the Metalink says</source>
        <translation>{subject} 上文件的大小与 Metalink 所述不符</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>文件的大小与 Metalink 所述不符</translation>
    </message>
    <message>
        <source>{subject} does not say what checksum this file has</source>
        <translation>{subject} 中没有此文件的校验和</translation>
    </message>
    <message>
        <source>the checksum file does not say what checksum this file has</source>
        <translation>校验文件中没有此文件的校验和</translation>
    </message>
    <message>
        <source>the drive failed to read or write {subject}</source>
        <translation>驱动器读写 {subject} 失败</translation>
    </message>
    <message>
        <source>the drive failed to read or write the file</source>
        <translation>驱动器读写文件失败</translation>
    </message>
    <message>
        <source>its time for downloading is used up; Resume gives it the same time again</source>
        <translation>它的下载时间已用完；“继续”会再给它同样长的时间</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long; what was here of it is in the trash</source>
        <translation>太久无人理会；已有的部分已移到回收站</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know ({subject}); please report it</source>
        <translation>Holdfast 遇到了未知情况（{subject}）；请报告</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know; please report it</source>
        <translation>Holdfast 遇到了未知情况；请报告</translation>
    </message>
    <message>
        <source>metered network, and it asks you first</source>
        <translation>按流量计费的网络，使用前会询问</translation>
    </message>
    <message>
        <source>the server sent us on to a link without encryption</source>
        <translation>服务器把我们转到了未加密的链接</translation>
    </message>
    <message>
        <source>{subject} refused the sign-in</source>
        <translation>{subject} 拒绝了登录</translation>
    </message>
    <message>
        <source>the proxy {subject} refused the sign-in</source>
        <translation>代理 {subject} 拒绝了登录</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已传输</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>{found} instead of {wanted}</source>
        <translation>得到 {found}，应为 {wanted}</translation>
    </message>
    <message>
        <source>This job is {state} and cannot be {wish} any more.</source>
        <translation>此任务状态为“{state}”，不能再{wish}。</translation>
    </message>
    <message>
        <source>This job is no longer in the list.</source>
        <translation>此任务已不在列表中。</translation>
    </message>
</context>
<context>
    <name>error_words: wishes</name>
    <message>
        <source>resumed</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/秒</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/秒</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/秒</translation>
    </message>
    <message>
        <source>Change to</source>
        <translation>更改为</translation>
    </message>
    <message>
        <source>{name}: number</source>
        <translation>{name}：数值</translation>
    </message>
    <message>
        <source>{name}: unit</source>
        <translation>{name}：单位</translation>
    </message>
    <message>
        <source>different</source>
        <translation>各不相同</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>{size}/s</source>
        <translation>{size}/秒</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>几秒钟</translation>
    </message>
    <message>
        <source>Never give up</source>
        <translation>永不放弃</translation>
    </message>
    <message>
        <source>Don't retry</source>
        <translation>不重试</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>{minutes} 分钟前</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>{hours} 小时前</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>file_field</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
</context>
<context>
    <name>file_map</name>
    <message>
        <source>on the wire</source>
        <translation>传输中</translation>
    </message>
    <message>
        <source>on the wire when it broke</source>
        <translation>中断时正在传输</translation>
    </message>
    <message>
        <source>where it goes on</source>
        <translation>继续之处</translation>
    </message>
    <message>
        <source>{size} here, of a total that is not known</source>
        <translation>已有 {size}，总量未知</translation>
    </message>
    <message>
        <source>{share} here</source>
        <translation>已有 {share}</translation>
    </message>
    <message>
        <source>here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Ranges of the file</source>
        <translation>文件的区间</translation>
    </message>
    <message>
        <source>file {n}</source>
        <translation>文件 {n}</translation>
    </message>
    <message>
        <source>Ranges of {name}</source>
        <translation>{name} 的区间</translation>
    </message>
</context>
<context>
    <name>folders</name>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>文件夹需要写完整路径。</translation>
    </message>
    <message>
        <source>There can be no such folder.</source>
        <translation>不可能有这样的文件夹。</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} 是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Nothing may be put into this folder.</source>
        <translation>不能向此文件夹中放入内容。</translation>
    </message>
    <message>
        <source>The folder cannot be made: nothing may be put into {path}.</source>
        <translation>无法创建文件夹：不能向 {path} 中放入内容。</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>{n} active</source>
        <translation>{n} 个活动</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} 个重试中</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} 个暂缓</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} 个失败</translation>
    </message>
    <message>
        <source>{what} could not be read and stay untouched on the disk: {names}</source>
        <translation>{what}无法读取，原样保留在磁盘上：{names}</translation>
    </message>
</context>
<context>
    <name>job_filter</name>
    <message>
        <source>No job matches “{words}”</source>
        <translation>没有任务匹配“{words}”</translation>
    </message>
    <message>
        <source>There is no such job any more</source>
        <translation>已没有这样的任务</translation>
    </message>
</context>
<context>
    <name>job_groups</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>There is no job</source>
        <translation>没有任务</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>No job is active</source>
        <translation>没有活动的任务</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>No job is waiting</source>
        <translation>没有等待中的任务</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>No job is retrying</source>
        <translation>没有正在重试的任务</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>No job is on hold</source>
        <translation>没有暂缓的任务</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>No job is paused</source>
        <translation>没有暂停的任务</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No job is done</source>
        <translation>没有已完成的任务</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>没有失败的任务</translation>
    </message>
</context>
<context>
    <name>job_table</name>
    <message>
        <source>In {folder}</source>
        <translation>位于 {folder}</translation>
    </message>
</context>
<context>
    <name>keep_awake</name>
    <message>
        <source>The computer is kept awake while jobs run.</source>
        <translation>有任务运行时，计算机保持唤醒。</translation>
    </message>
    <message>
        <source>The computer may fall asleep: it runs on battery.</source>
        <translation>计算机可能进入睡眠：正在使用电池。</translation>
    </message>
    <message>
        <source>The computer may fall asleep, as the preferences say.</source>
        <translation>按照首选项，计算机可能进入睡眠。</translation>
    </message>
    <message>
        <source>The computer may fall asleep: nothing here keeps it awake.</source>
        <translation>计算机可能进入睡眠：这里没有什么能让它保持唤醒。</translation>
    </message>
</context>
<context>
    <name>link_verdict</name>
    <message>
        <source>That link does not work at the moment: {reason}.</source>
        <translation>此链接目前不可用：{reason}。</translation>
    </message>
    <message>
        <source>That is another file: {there} there, {here} here. It starts over.</source>
        <translation>这是另一个文件：那边 {there}，这边 {here}。将重新开始。</translation>
    </message>
    <message>
        <source>The server there has another version of the file. It starts over.</source>
        <translation>那里的服务器是该文件的另一版本。将重新开始。</translation>
    </message>
    <message>
        <source>That link works. {size}.</source>
        <translation>此链接可用。{size}。</translation>
    </message>
    <message>
        <source>That server cannot send the rest of a file alone. It starts over.</source>
        <translation>那个服务器无法只发送文件的剩余部分。将重新开始。</translation>
    </message>
    <message>
        <source>The same version of the same file. It goes on at {size}.</source>
        <translation>同一文件的同一版本。将从 {size} 处继续。</translation>
    </message>
    <message>
        <source>The size is the same. It goes on at {size} if it is the same version.</source>
        <translation>大小相同。若版本相同，将从 {size} 处继续。</translation>
    </message>
    <message>
        <source>It goes on at {size} if it is the same version.</source>
        <translation>若版本相同，将从 {size} 处继续。</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>大小未知</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>P&amp;lace in line</source>
        <translation>队列位置(&amp;L)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Co&amp;mpact rows</source>
        <translation>紧凑的行(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>notifications</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>显示证书…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
</context>
<context>
    <name>offer_bar</name>
    <message>
        <source>Link copied: {link}</source>
        <translation>已复制链接：{link}</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>This is a program. It can do on this computer whatever you can do.</source>
        <translation>这是程序。它在本机上能做您能做的一切。</translation>
    </message>
    <message>
        <source>This is a script. It can do on this computer whatever you can do.</source>
        <translation>这是脚本。它在本机上能做您能做的一切。</translation>
    </message>
    <message>
        <source>This file starts something else, which can do on this computer whatever you can do.</source>
        <translation>此文件会启动别的东西，它在本机上能做您能做的一切。</translation>
    </message>
    <message>
        <source>This file installs software, or changes how this computer is set up.</source>
        <translation>此文件会安装软件或更改本机设置。</translation>
    </message>
    <message>
        <source>Open {name}?</source>
        <translation>打开 {name}？</translation>
    </message>
    <message>
        <source>Open them only if you trust where they came from.</source>
        <translation>只有在您信任其来源时才打开。</translation>
    </message>
    <message>
        <source>It came from {host}. Open it only if you trust whoever put it there.</source>
        <translation>它来自 {host}。只有在您信任放置它的人时才打开。</translation>
    </message>
    <message>
        <source>Open it only if you trust where it came from.</source>
        <translation>只有在您信任其来源时才打开。</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>this computer cannot do it</source>
        <translation>这台计算机不支持此操作</translation>
    </message>
    <message>
        <source>it is not allowed here</source>
        <translation>此处不允许这样做</translation>
    </message>
    <message>
        <source>A quotation mark in the command has no partner.</source>
        <translation>命令中有引号未成对。</translation>
    </message>
    <message>
        <source>There is no command.</source>
        <translation>没有命令。</translation>
    </message>
    <message>
        <source>There is no program {name}.</source>
        <translation>没有程序 {name}。</translation>
    </message>
    <message>
        <source>{name} cannot be started.</source>
        <translation>无法启动 {name}。</translation>
    </message>
    <message>
        <source>The computer cannot be suspended: {reason}</source>
        <translation>无法让计算机睡眠：{reason}</translation>
    </message>
    <message>
        <source>The computer cannot be shut down: {reason}</source>
        <translation>无法关闭计算机：{reason}</translation>
    </message>
</context>
<context>
    <name>proxy_field</name>
    <message>
        <source>Write the address of the proxy, such as {example}.</source>
        <translation>请填写代理地址，例如 {example}。</translation>
    </message>
    <message>
        <source>As in Preferences</source>
        <translation>与首选项相同</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不用代理</translation>
    </message>
    <message>
        <source>Through this proxy</source>
        <translation>通过此代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{name} ({files})</source>
        <translation>{name}（{files}）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>{time} (paused clock)</source>
        <translation>{time}（计时暂停）</translation>
    </message>
    <message>
        <source>The clock is not running at the moment.</source>
        <translation>计时目前没有进行。</translation>
    </message>
    <message>
        <source>{time} without progress so far</source>
        <translation>目前已 {time}无进展</translation>
    </message>
    <message>
        <source>It keeps trying for as long as it takes.</source>
        <translation>无论多久都会继续尝试。</translation>
    </message>
    <message>
        <source>The first error ends the job.</source>
        <translation>出现第一个错误即结束任务。</translation>
    </message>
    <message>
        <source>The clock starts at the next error and stops with every new byte.</source>
        <translation>下次出错时开始计时，每收到新数据即停止。</translation>
    </message>
    <message>
        <source>That time has already passed: it gives up at once.</source>
        <translation>该时间已过：将立即放弃。</translation>
    </message>
    <message>
        <source>It then gives up in {time}.</source>
        <translation>那样将在 {time}后放弃。</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation>正在连接 {host}</translation>
    </message>
    <message>
        <source>Trying {host} again</source>
        <translation>再次尝试 {host}</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>{source}, {connections}</source>
        <translation>{source}，{connections}</translation>
    </message>
    <message>
        <source>{size} so far</source>
        <translation>目前 {size}</translation>
    </message>
    <message>
        <source>{speed} from {servers}</source>
        <translation>{speed}，来自 {servers}</translation>
    </message>
    <message>
        <source>{speed} from {host}</source>
        <translation>{speed}，来自 {host}</translation>
    </message>
    <message>
        <source>resumed at {size} after a restart</source>
        <translation>重启后从 {size} 处续传</translation>
    </message>
    <message>
        <source>resumed at {size}</source>
        <translation>从 {size} 处续传</translation>
    </message>
    <message>
        <source>started over: {reason}</source>
        <translation>重新开始：{reason}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>On hold: {reason}</source>
        <translation>暂缓：{reason}</translation>
    </message>
    <message>
        <source>Retry in {time}</source>
        <translation>{time}后重试</translation>
    </message>
    <message>
        <source>Waits while another job tries {host}</source>
        <translation>等待另一个任务尝试 {host}</translation>
    </message>
    <message>
        <source>{host} asked us to wait {time}, which is longer</source>
        <translation>{host} 要求等待 {time}，比这更久</translation>
    </message>
    <message>
        <source>no further try before</source>
        <translation>在此之前不再尝试</translation>
    </message>
    <message>
        <source>goes on when there is room</source>
        <translation>有空间后继续</translation>
    </message>
    <message>
        <source>goes on when it is back</source>
        <translation>恢复连接后继续</translation>
    </message>
    <message>
        <source>goes on when it may write there</source>
        <translation>可写入后继续</translation>
    </message>
    <message>
        <source>goes on when the network is back</source>
        <translation>网络恢复后继续</translation>
    </message>
    <message>
        <source>goes on in another one, or with Run anyway</source>
        <translation>换网络后继续，或选择“仍然运行”</translation>
    </message>
    <message>
        <source>Run anyway allows it</source>
        <translation>“仍然运行”可允许</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost; Resume tries again</source>
        <translation>失败，原因已丢失；“继续”会再试</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set: {reason}</source>
        <translation>按设置在首次出错时放弃：{reason}</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress: {reason}</source>
        <translation>{time}无进展后放弃：{reason}</translation>
    </message>
    <message>
        <source>Gave up after {time}: {reason}</source>
        <translation>{time}后放弃：{reason}</translation>
    </message>
    <message>
        <source>All here, but cannot be named yet: {reason}</source>
        <translation>已全部到齐，但还无法命名：{reason}</translation>
    </message>
    <message>
        <source>All here, kept as part files until it is completed</source>
        <translation>已全部到齐，收尾前保存为部分文件</translation>
    </message>
    <message>
        <source>Done {when}</source>
        <translation>已完成，{when}</translation>
    </message>
    <message>
        <source>{n} of {files} kept</source>
        <translation>保留了 {files}中的 {n} 个</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>本地已有，服务器上未更改</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>已用 {name} 校验</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>服务器未告知大小</translation>
    </message>
    <message>
        <source>size checked</source>
        <translation>大小已核对</translation>
    </message>
    <message>
        <source>Ended: {reason}</source>
        <translation>已结束：{reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>永不放弃</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>{time}后放弃</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}，{other}</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>The keyring ({keyring}) gave no answer: it is kept until Holdfast ends.</source>
        <translation>密钥环（{keyring}）没有回应：只保留到 Holdfast 退出。</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it is kept until Holdfast ends.</source>
        <translation>本机没有密钥环：只保留到 Holdfast 退出。</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer ({keyring}).</source>
        <translation>保存在本机的密钥环中（{keyring}）。</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>保存在本机的密钥环中。</translation>
    </message>
    <message>
        <source>A user name cannot contain a colon.</source>
        <translation>用户名不能包含冒号。</translation>
    </message>
    <message>
        <source>The way to this proxy is not encrypted: others on it may read the sign-in.</source>
        <translation>到此代理的途径未加密：途中的他人可能读到登录信息。</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: others on it may read the sign-in.</source>
        <translation>到此服务器的途径未加密：途中的他人可能读到登录信息。</translation>
    </message>
</context>
<context>
    <name>small_dialogs</name>
    <message>
        <source>About Holdfast</source>
        <translation>关于 Holdfast</translation>
    </message>
    <message>
        <source>Brings files home, and holds on while the network does not.</source>
        <translation>把文件带回家，网络不稳也坚持到底。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
</context>
<context>
    <name>timeline_words</name>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Resumed at</source>
        <translation>续传自</translation>
    </message>
    <message>
        <source>Started over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>设置已更改</translation>
    </message>
    <message>
        <source>Server dropped</source>
        <translation>弃用服务器</translation>
    </message>
    <message>
        <source>Bad piece</source>
        <translation>损坏的分块</translation>
    </message>
    <message>
        <source>Metalink</source>
        <translation>Metalink</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已校验</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>传输完毕</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已就位</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>active</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>已传输</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>set going</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>by command</source>
        <translation>按命令</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已收尾</translation>
    </message>
    <message>
        <source>a setting was changed</source>
        <translation>更改了设置</translation>
    </message>
    <message>
        <source>retried by command</source>
        <translation>按命令重试</translation>
    </message>
    <message>
        <source>its turn came</source>
        <translation>轮到它了</translation>
    </message>
    <message>
        <source>another job goes first</source>
        <translation>让位给另一个任务</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>a file is here</source>
        <translation>一个文件已到</translation>
    </message>
    <message>
        <source>all files are here</source>
        <translation>所有文件已到</translation>
    </message>
    <message>
        <source>an error that may pass</source>
        <translation>可能自行消失的错误</translation>
    </message>
    <message>
        <source>an error that does not pass by itself</source>
        <translation>不会自行消失的错误</translation>
    </message>
    <message>
        <source>put on hold</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>time for the next try</source>
        <translation>该再试一次了</translation>
    </message>
    <message>
        <source>no longer on hold</source>
        <translation>不再暂缓</translation>
    </message>
    <message>
        <source>too long without progress</source>
        <translation>无进展时间过长</translation>
    </message>
    <message>
        <source>its time for downloading is used up</source>
        <translation>下载时间已用完</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long</source>
        <translation>太久无人理会</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及时应答</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the server's name could not be resolved</source>
        <translation>无法解析服务器名称</translation>
    </message>
    <message>
        <source>no way through the network</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>no way through the proxy</source>
        <translation>无法通过代理</translation>
    </message>
    <message>
        <source>the server was busy</source>
        <translation>服务器繁忙</translation>
    </message>
    <message>
        <source>the server reported an error of its own</source>
        <translation>服务器报告自身出错</translation>
    </message>
    <message>
        <source>the server's answer made no sense</source>
        <translation>服务器的应答无法理解</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>服务器上的文件已更改</translation>
    </message>
    <message>
        <source>the server sent another part of the file</source>
        <translation>服务器发送了文件的其他部分</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the drive is gone</source>
        <translation>驱动器已不在</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>没有写入该文件夹的权限</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>这台计算机处于离线状态</translation>
    </message>
    <message>
        <source>the network wants a sign-in</source>
        <translation>网络要求登录</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>按流量计费的网络</translation>
    </message>
    <message>
        <source>no such file on the server</source>
        <translation>服务器上没有这个文件</translation>
    </message>
    <message>
        <source>the server gives no access</source>
        <translation>服务器不允许访问</translation>
    </message>
    <message>
        <source>the server asks for a sign-in</source>
        <translation>服务器要求登录</translation>
    </message>
    <message>
        <source>the proxy asks for a sign-in</source>
        <translation>代理要求登录</translation>
    </message>
    <message>
        <source>the proxy cannot be used</source>
        <translation>无法使用代理</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>服务器拒绝了请求</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>服务器转到了不会跟随的位置</translation>
    </message>
    <message>
        <source>the certificate cannot be trusted</source>
        <translation>证书不可信</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>服务器要求客户端证书</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>the link cannot be used</source>
        <translation>链接无法使用</translation>
    </message>
    <message>
        <source>a web page came instead of the file</source>
        <translation>收到的是网页而不是文件</translation>
    </message>
    <message>
        <source>the file came packed</source>
        <translation>文件被压缩发送</translation>
    </message>
    <message>
        <source>the file is too large for the drive</source>
        <translation>文件对驱动器来说太大</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>校验和不匹配</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>文件的大小与 Metalink 所述不符</translation>
    </message>
    <message>
        <source>the checksum file does not name this file</source>
        <translation>校验文件中没有列出此文件</translation>
    </message>
    <message>
        <source>the drive failed</source>
        <translation>驱动器出错</translation>
    </message>
    <message>
        <source>something unknown</source>
        <translation>未知情况</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>to the top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>to the bottom</source>
        <translation>移到最后</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>在那里也运行</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>等待其他网络</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>{name}, no files yet, to {folder}</source>
        <translation>{name}，尚无文件，保存到 {folder}</translation>
    </message>
    <message>
        <source>{name}: {link} and {n} more, to {folder}</source>
        <translation>{name}：{link} 及另外 {n} 个，保存到 {folder}</translation>
    </message>
    <message>
        <source>{name}: {link}, to {folder}</source>
        <translation>{name}：{link}，保存到 {folder}</translation>
    </message>
    <message>
        <source>{code}: {code_why}</source>
        <translation>{code}：{code_why}</translation>
    </message>
    <message>
        <source>{text}; {n} others go on</source>
        <translation>{text}；另有 {n} 个连接继续</translation>
    </message>
    <message>
        <source>the computer slept, or Holdfast stood still, for {seconds}</source>
        <translation>计算机睡眠或 Holdfast 停顿了 {seconds}</translation>
    </message>
    <message>
        <source>{text}; gives up in {seconds}</source>
        <translation>{text}；{seconds}后放弃</translation>
    </message>
    <message>
        <source>{seconds} to the next try</source>
        <translation>{seconds}后再试</translation>
    </message>
    <message>
        <source>until the host is tried again</source>
        <translation>直到再次尝试该服务器</translation>
    </message>
    <message>
        <source>no further try: the server asks for {seconds}</source>
        <translation>不再尝试：服务器要求等待 {seconds}</translation>
    </message>
    <message>
        <source>no further try: none fits before the end</source>
        <translation>不再尝试：放弃之前已来不及</translation>
    </message>
    <message>
        <source>gives up: never; at least {seconds} between tries</source>
        <translation>永不放弃；重试间隔至少 {seconds}</translation>
    </message>
    <message>
        <source>gives up: after {seconds}; at least {seconds_between} between tries</source>
        <translation>{seconds}后放弃；重试间隔至少 {seconds_between}</translation>
    </message>
    <message>
        <source>{n} more files</source>
        <translation>新增文件：{n} 个</translation>
    </message>
    <message>
        <source>moved: {code}</source>
        <translation>移动：{code}</translation>
    </message>
    <message>
        <source>moved: before {name}</source>
        <translation>移动：到 {name} 之前</translation>
    </message>
    <message>
        <source>priority: {code}</source>
        <translation>优先级：{code}</translation>
    </message>
    <message>
        <source>connections: {n}</source>
        <translation>连接数：{n}</translation>
    </message>
    <message>
        <source>file {n} skipped</source>
        <translation>跳过文件 {n}</translation>
    </message>
    <message>
        <source>file {n} wanted</source>
        <translation>需要文件 {n}</translation>
    </message>
    <message>
        <source>file {n} from another link: {link}</source>
        <translation>文件 {n} 改用其他链接：{link}</translation>
    </message>
    <message>
        <source>file {n} renamed: {name}</source>
        <translation>文件 {n} 改名为：{name}</translation>
    </message>
    <message>
        <source>speed limit: none</source>
        <translation>无速度限制</translation>
    </message>
    <message>
        <source>speed limit: {rate}</source>
        <translation>速度限制：{rate}</translation>
    </message>
    <message>
        <source>maximum download time: none</source>
        <translation>最长下载时间：无限制</translation>
    </message>
    <message>
        <source>maximum download time: {seconds}</source>
        <translation>最长下载时间：{seconds}</translation>
    </message>
    <message>
        <source>metered networks: {code}</source>
        <translation>按流量计费的网络：{code}</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>在任何网络上运行</translation>
    </message>
    <message>
        <source>no keyring: its sign-in and headers are kept until Holdfast ends</source>
        <translation>没有密钥环：其登录信息和标头只保留到 Holdfast 退出</translation>
    </message>
    <message>
        <source>no keyring gives its sign-in and headers: they were not kept</source>
        <translation>没有密钥环提供其登录信息和标头：它们未被保存</translation>
    </message>
    <message>
        <source>trusts a certificate of {server} no longer</source>
        <translation>不再信任 {server} 的某个证书</translation>
    </message>
    <message>
        <source>trusts a certificate of {server}</source>
        <translation>信任 {server} 的某个证书</translation>
    </message>
    <message>
        <source>certificate authorities: the system’s</source>
        <translation>证书颁发机构：系统的</translation>
    </message>
    <message>
        <source>certificate authorities: {path}</source>
        <translation>证书颁发机构：{path}</translation>
    </message>
    <message>
        <source>client certificate: none</source>
        <translation>客户端证书：无</translation>
    </message>
    <message>
        <source>client certificate: {path}</source>
        <translation>客户端证书：{path}</translation>
    </message>
    <message>
        <source>proxy: none</source>
        <translation>代理：无</translation>
    </message>
    <message>
        <source>proxy: as the settings say</source>
        <translation>代理：与首选项相同</translation>
    </message>
    <message>
        <source>proxy: {address}</source>
        <translation>代理：{address}</translation>
    </message>
    <message>
        <source>a server may lead from https to http</source>
        <translation>服务器可以从 https 转到 http</translation>
    </message>
    <message>
        <source>a server must not lead from https to http</source>
        <translation>服务器不得从 https 转到 http</translation>
    </message>
    <message>
        <source>{host} is used no more ({code}): {detail}</source>
        <translation>不再使用 {host}（{code}）：{detail}</translation>
    </message>
    <message>
        <source>{host} is used no more ({code})</source>
        <translation>不再使用 {host}（{code}）</translation>
    </message>
    <message>
        <source>{bytes} at {at} are fetched again</source>
        <translation>重新获取位于 {at} 的 {bytes}</translation>
    </message>
    <message>
        <source>kept as it is: {reason}</source>
        <translation>保持原样：{reason}</translation>
    </message>
    <message>
        <source>it tells of {n} files</source>
        <translation>其中列有 {n} 个文件</translation>
    </message>
    <message>
        <source>{algorithm} matches the checksum that was given</source>
        <translation>{algorithm} 与给定的校验和一致</translation>
    </message>
    <message>
        <source>{algorithm} matches {source}</source>
        <translation>{algorithm} 与 {source} 一致</translation>
    </message>
    <message>
        <source>digests of pieces that cannot be those of the file, passed over: {n}</source>
        <translation>已忽略不可能属于此文件的分块校验和：{n}</translation>
    </message>
    <message>
        <source>not fetched: the server still has the version that is here</source>
        <translation>未下载：服务器上仍是本地已有的版本</translation>
    </message>
    <message>
        <source>{text}; only the end of the connection told that this is all</source>
        <translation>{text}；仅凭连接结束判断已收全</translation>
    </message>
    <message>
        <source>{text}; nothing to check it against</source>
        <translation>{text}；没有可供校验的依据</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}, {rate}</source>
        <translation>{seconds}内收到 {bytes}，{rate}</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}</source>
        <translation>{seconds}内收到 {bytes}</translation>
    </message>
    <message>
        <source>{name} is in the trash</source>
        <translation>{name} 已移到回收站</translation>
    </message>
    <message>
        <source>file {n}, other servers that have it: {n_mirrors}</source>
        <translation>文件 {n}，有此文件的其他服务器：{n_mirrors}</translation>
    </message>
    <message>
        <source>until this is over: {code}</source>
        <translation>直到此情况结束：{code}</translation>
    </message>
    <message>
        <source>over: {code}</source>
        <translation>已结束：{code}</translation>
    </message>
    <message>
        <source>{seconds} to the next try: {code}</source>
        <translation>{seconds}后再试：{code}</translation>
    </message>
    <message>
        <source>until the host is tried again: {code}</source>
        <translation>直到再次尝试该服务器：{code}</translation>
    </message>
    <message>
        <source>no further try, because the server asks for {seconds}: {code}</source>
        <translation>不再尝试，因为服务器要求等待 {seconds}：{code}</translation>
    </message>
    <message>
        <source>no further try, because none fits before the end: {code}</source>
        <translation>不再尝试，因为放弃之前已来不及：{code}</translation>
    </message>
    <message>
        <source>{n} more, which are not told one by one</source>
        <translation>另有 {n} 项，不逐一列出</translation>
    </message>
</context>
<context>
    <name>total_limit</name>
    <message>
        <source>&amp;Speed limit</source>
        <translation>速度限制(&amp;S)</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>自定义…</translation>
    </message>
</context>
<context>
    <name>translation</name>
    <message>
        <source>{subject}: {words}</source>
        <translation>{subject}：{words}</translation>
    </message>
</context>
<context>
    <name>undo_bar</name>
    <message>
        <source>{name} removed; its file goes to the trash</source>
        <translation>已移除 {name}；其文件将移到回收站</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>已移除 {name}</translation>
    </message>
</context>
<context>
    <name>when_done</name>
    <message>
        <source>When done: quit</source>
        <translation>完成后：退出</translation>
    </message>
    <message>
        <source>When done: suspend</source>
        <translation>完成后：睡眠</translation>
    </message>
    <message>
        <source>When done: shut down</source>
        <translation>完成后：关机</translation>
    </message>
    <message>
        <source>When done: run a command</source>
        <translation>完成后：运行命令</translation>
    </message>
    <message>
        <source>All jobs are done.</source>
        <translation>所有任务均已完成。</translation>
    </message>
    <message>
        <source>All jobs are done; {failed}.</source>
        <translation>所有任务均已结束；{failed}。</translation>
    </message>
</context>
<context>
    <name>when_done_menu</name>
    <message>
        <source>Do &amp;nothing</source>
        <translation>不执行任何操作(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit Holdfast</source>
        <translation>退出 Holdfast(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Suspend the computer</source>
        <translation>让计算机睡眠(&amp;S)</translation>
    </message>
    <message>
        <source>Shut &amp;down the computer</source>
        <translation>关闭计算机(&amp;D)</translation>
    </message>
    <message>
        <source>When all is &amp;done</source>
        <translation>全部完成后(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Run a command…</source>
        <translation>运行命令(&amp;R)…</translation>
    </message>
    <message>
        <source>Chosen for this run of Holdfast only</source>
        <translation>仅在本次运行 Holdfast 期间有效</translation>
    </message>
    <message>
        <source>What is done when all is done</source>
        <translation>全部完成后的操作</translation>
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
