/** A setting of LibreOffice: its path, its name, its value. */
type Setting = readonly [path: string, name: string, value: string];

const security = '/org.openoffice.Office.Common/Security/Scripting';
const network = '/org.openoffice.Inet/Settings';

/** No macros, no links followed, and a proxy that nobody answers at in front of the network. */
const settings: readonly Setting[] = [
  [security, 'MacroSecurityLevel', '3'],
  [security, 'DisableMacrosExecution', 'true'],
  [security, 'DisableActiveContent', 'true'],
  [security, 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '1'],
  ['/org.openoffice.Office.Common/Load', 'UpdateDocMode', '0'],
  ['/org.openoffice.Office.Common/Misc', 'FirstRun', 'false'],
  [network, 'ooInetProxyType', '2'],
  [network, 'ooInetHTTPProxyName', '127.0.0.1'],
  [network, 'ooInetHTTPProxyPort', '9'],
  [network, 'ooInetHTTPSProxyName', '127.0.0.1'],
  [network, 'ooInetHTTPSProxyPort', '9'],
  [network, 'ooInetFTPProxyName', '127.0.0.1'],
  [network, 'ooInetFTPProxyPort', '9'],
];

/** The settings of a fresh LibreOffice profile, as its file `registrymodifications.xcu`. */
export function profileSettings(): string {
  const lines = settings.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...lines,
    '</oor:items>',
    '',
  ].join('\n');
}
