; The installer for one person on Windows; asks for no administrator. installer.py calls makensis with
; VERSION, NUMBERS (four, with dots), PAYLOAD (the folder to install), KILOBYTES, ICON, OUTPUT, PUBLISHER and
; COPYRIGHT; HOMEPAGE if there is one; with SIGN, a command that signs the file whose name is added to it, the
; uninstaller is signed too.
;
; setup.exe /S [/AUTOSTART] [/D=FOLDER]    without a question; over an older version, what was chosen stays
; uninstall.exe /S [/JOBS]                 without a question; with /JOBS the jobs go as well

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
Name "Holdfast"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Holdfast"
InstallDirRegKey HKCU "Software\Holdfast" "Folder"
BrandingText "Holdfast ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Holdfast"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Holdfast, installer"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Holdfast"
; These two must be as gui/autostart.py has them.
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
; As engine and window have it, with platformdirs.
!define JOBS "$LOCALAPPDATA\holdfast"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN "$INSTDIR\holdfastw.exe"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "Arabic"

!macro WORDS name en de es zh ar
  LangString ${name} ${LANG_ENGLISH} "${en}"
  LangString ${name} ${LANG_GERMAN} "${de}"
  LangString ${name} ${LANG_SPANISH} "${es}"
  LangString ${name} ${LANG_SIMPCHINESE} "${zh}"
  LangString ${name} ${LANG_ARABIC} "${ar}"
!macroend
!insertmacro WORDS S_START "Start with Windows" "Mit Windows starten" "Iniciar con Windows" "随 Windows 启动" "البدء مع Windows"
!insertmacro WORDS S_LINKS "Open holdfast: links and Metalinks" "holdfast:-Links und Metalinks öffnen" \
  "Abrir enlaces holdfast: y Metalinks" "打开 holdfast: 链接和 Metalink" "فتح روابط holdfast: وملفات Metalink"
!insertmacro WORDS S_BROWSERS "Connect the web browsers" "Mit den Webbrowsern verbinden" \
  "Conectar los navegadores web" "连接网络浏览器" "توصيل متصفحات الويب"
!insertmacro WORDS S_JOBS "Jobs, history and settings" "Aufträge, Verlauf und Einstellungen" \
  "Tareas, historial y ajustes" "任务、历史和设置" "المهام والسجل والإعدادات"
!insertmacro WORDS S_RUNS "Holdfast is running. Quit it (Ctrl+Q, or in its tray menu), then try again." \
  "Holdfast läuft. Beenden Sie es (Strg+Q oder im Menü der Taskleiste) und versuchen Sie es erneut." \
  "Holdfast está en marcha. Ciérrelo (Ctrl+Q o en el menú de la bandeja) e inténtelo de nuevo." \
  "Holdfast 正在运行。请先退出它（Ctrl+Q 或托盘菜单），然后重试。" \
  "‏Holdfast قيد التشغيل. أغلقه (Ctrl+Q أو من قائمة شريط النظام) ثم أعد المحاولة."

; Windows lets nobody write to a program that runs.
!macro WAIT_UNTIL_CLOSED un
Function ${un}WaitUntilClosed
  Push $0
  Push $1
  StrCpy $1 "$INSTDIR\holdfastw.exe"
  look:
  ${If} ${FileExists} "$1"
    ClearErrors
    FileOpen $0 "$1" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(S_RUNS)" /SD IDCANCEL IDRETRY look
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
  ${If} $1 == "$INSTDIR\holdfastw.exe"
    StrCpy $1 "$INSTDIR\holdfast.exe"
    Goto look
  ${ElseIf} $1 == "$INSTDIR\holdfast.exe"
    ; A browser has it open for as long as something is handed over.
    StrCpy $1 "$INSTDIR\holdfast-native.exe"
    Goto look
  ${EndIf}
  Pop $1
  Pop $0
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; Only what an installation has made: the folder may be one in which other things lie.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\holdfast.cdx.json"
  Delete "$INSTDIR\holdfast.exe"
  Delete "$INSTDIR\holdfastw.exe"
  Delete "$INSTDIR\holdfast-native.exe"
  Delete "$INSTDIR\uninstall.exe"
!macroend

Section "Holdfast" program
  SectionIn RO
  Call WaitUntilClosed
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Holdfast.lnk" "$INSTDIR\holdfastw.exe"
  WriteRegStr HKCU "Software\Holdfast" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${APP_PATHS}\holdfast.exe" "" "$INSTDIR\holdfast.exe"
  WriteRegStr HKCU "${LISTED}" "DisplayName" "Holdfast"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\holdfastw.exe"
  WriteRegStr HKCU "${LISTED}" "Publisher" "${PUBLISHER}"
!ifdef HOMEPAGE
  WriteRegStr HKCU "${LISTED}" "URLInfoAbout" "${HOMEPAGE}"
!endif
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
SectionEnd

Section "$(S_LINKS)" links
  WriteRegStr HKCU "Software\Classes\holdfast" "" "URL:Holdfast"
  WriteRegStr HKCU "Software\Classes\holdfast" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\holdfast\shell\open\command" "" '"$INSTDIR\holdfastw.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Holdfast.Metalink" "" "Metalink"
  WriteRegStr HKCU "Software\Classes\Holdfast.Metalink\DefaultIcon" "" "$INSTDIR\holdfastw.exe"
  WriteRegStr HKCU "Software\Classes\Holdfast.Metalink\shell\open\command" "" '"$INSTDIR\holdfastw.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.meta4\OpenWithProgids" "Holdfast.Metalink" ""
  WriteRegStr HKCU "Software\Classes\.metalink\OpenWithProgids" "Holdfast.Metalink" ""
  ${RefreshShellIcons}
SectionEnd

; Which browsers there are, and where they look, the program knows. Once is enough: what a person changes
; afterwards in the preferences stays, also over an upgrade.
Section "$(S_BROWSERS)" browsers
  ReadRegStr $0 HKCU "Software\Holdfast" "Browsers"
  ${If} $0 == ""
    nsExec::Exec '"$INSTDIR\holdfast.exe" browsers --connect all'
    Pop $0
    WriteRegStr HKCU "Software\Holdfast" "Browsers" "connected"
  ${EndIf}
SectionEnd

Section /o "$(S_START)" autostart
  WriteRegStr HKCU "${RUN}" "Holdfast" '"$INSTDIR\holdfastw.exe" --hidden'
SectionEnd

Section "-not with Windows"
  ${IfNot} ${SectionIsSelected} ${autostart}
    DeleteRegValue HKCU "${RUN}" "Holdfast"
  ${EndIf}
  ${IfNot} ${SectionIsSelected} ${links}
    Call RemoveLinks
  ${EndIf}
  ReadRegStr $0 HKCU "Software\Holdfast" "Browsers"
  ${If} $0 != ""
  ${AndIfNot} ${SectionIsSelected} ${browsers}
    nsExec::Exec '"$INSTDIR\holdfast.exe" browsers --forget'
    Pop $0
    DeleteRegValue HKCU "Software\Holdfast" "Browsers"
  ${EndIf}
SectionEnd

!macro REMOVE_LINKS un
Function ${un}RemoveLinks
  DeleteRegKey HKCU "Software\Classes\holdfast"
  DeleteRegKey HKCU "Software\Classes\Holdfast.Metalink"
  DeleteRegValue HKCU "Software\Classes\.meta4\OpenWithProgids" "Holdfast.Metalink"
  DeleteRegValue HKCU "Software\Classes\.metalink\OpenWithProgids" "Holdfast.Metalink"
  DeleteRegKey /ifempty HKCU "Software\Classes\.meta4\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.metalink\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.meta4"
  DeleteRegKey /ifempty HKCU "Software\Classes\.metalink"
FunctionEnd
!macroend
!insertmacro REMOVE_LINKS ""
!insertmacro REMOVE_LINKS "un."

; Over an older version: what is chosen there is chosen here.
Function .onInit
  ReadRegStr $0 HKCU "${RUN}" "Holdfast"
  ${If} $0 != ""
    !insertmacro SelectSection ${autostart}
  ${EndIf}
  ReadRegStr $0 HKCU "Software\Holdfast" "Folder"
  ${If} $0 != ""
    ReadRegStr $0 HKCU "Software\Classes\Holdfast.Metalink" ""
    ${If} $0 == ""
      !insertmacro UnselectSection ${links}
    ${EndIf}
    ReadRegStr $0 HKCU "Software\Holdfast" "Browsers"
    ${If} $0 == ""
      !insertmacro UnselectSection ${browsers}
    ${EndIf}
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${autostart}
  ${EndIf}
FunctionEnd

Section "un.Holdfast"
  SectionIn RO
  Call un.WaitUntilClosed
  ; Also what a person has connected later; what another copy of Holdfast has connected stays.
  nsExec::Exec '"$INSTDIR\holdfast.exe" browsers --forget'
  Pop $0
  !insertmacro REMOVE_PROGRAM
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Holdfast.lnk"
  DeleteRegValue HKCU "${RUN}" "Holdfast"
  DeleteRegValue HKCU "${APPROVED}" "Holdfast"
  DeleteRegKey HKCU "${APP_PATHS}\holdfast.exe"
  Call un.RemoveLinks
  DeleteRegKey HKCU "${LISTED}"
  DeleteRegKey HKCU "Software\Holdfast"
SectionEnd

Section /o "un.$(S_JOBS)" with_jobs
  RMDir /r "${JOBS}"
SectionEnd

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/JOBS" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${with_jobs}
  ${EndIf}
FunctionEnd
