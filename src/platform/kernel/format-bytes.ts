const units = ['bytes', 'KB', 'MB', 'GB'];

/** How large a file is, as a reader is told: `34 KB`, `1.2 MB`. A thousand bytes are a kilobyte; rounded, never to nothing. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const amount = bytes / 1000 ** step;
  const shown = step < 2 || amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10;
  if (shown === 1000 && step < units.length - 1) return `1 ${units[step + 1]}`;
  return shown === 1 && step === 0 ? '1 byte' : `${shown} ${units[step]}`;
}
