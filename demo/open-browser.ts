import { spawn } from 'node:child_process';

/** Shows the address in the user's browser. A machine without one is no fault: the address is printed as well. */
export function openBrowser(url: string): void {
  const [program, ...args] = browserCommand(process.platform, url);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

function browserCommand(platform: NodeJS.Platform, url: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
