; The installer for Windows, by Inno Setup 6: iscc /DVersion=0.1.0 packaging\bundle\windows\batchsheet.iss
; From the folder that build.sh makes. For one user and without an administrator, unless somebody asks for more.

[Setup]
AppId={{6D0F7D53-5E5C-4B0B-9C4C-8F5F2C4B7A10}
AppName=Batchsheet
AppVersion={#Version}
AppPublisher=The Batchsheet maintainers
DefaultDirName={autopf}\Batchsheet
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\..\LICENSE
SetupIconFile=..\..\..\build\icons\batchsheet.ico
UninstallDisplayIcon={app}\batchsheet.exe
OutputDir=..\..\..\build\dist
OutputBaseFilename=batchsheet-{#Version}-windows-x64
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "..\..\..\build\bundle\batchsheet\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; What an earlier version had and this one doesn't.
Type: filesandordirs; Name: "{app}\parts"

[Icons]
Name: "{autoprograms}\Batchsheet"; Filename: "{app}\batchsheet.exe"

[Registry]
; In "Open with", never in the place of the user's own choice.
Root: HKA; Subkey: "Software\Classes\Applications\batchsheet.exe\shell\open\command"; ValueType: string; ValueData: """{app}\batchsheet.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\batchsheet.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsx"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\batchsheet.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\batchsheet.exe\SupportedTypes"; ValueType: string; ValueName: ".csv"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\batchsheet.exe\SupportedTypes"; ValueType: string; ValueName: ".tsv"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\.xlsx\OpenWithList\batchsheet.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.csv\OpenWithList\batchsheet.exe"; Flags: uninsdeletekey

[Run]
Filename: "{app}\batchsheet.exe"; Description: "{cm:LaunchProgram,Batchsheet}"; Flags: nowait postinstall skipifsilent
