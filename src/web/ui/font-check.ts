/** True when this system draws Chinese: two different characters then differ, two missing-glyph boxes do not. */
function systemHasChinese(): boolean {
  const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return true;
  const drawn = (character: string): string => {
    pen.clearRect(0, 0, 48, 48);
    pen.font = '40px sans-serif';
    pen.fillText(character, 2, 40);
    return pen.getImageData(0, 0, 48, 48).data.join();
  };
  return drawn('颐') !== drawn('年');
}

/**
 * Loads the self-hosted Noto faces only where the system has no Chinese font: their tables alone are 180 kB gzipped.
 * Marks the document once text can be trusted, for screenshots and print.
 */
export async function showFonts(): Promise<void> {
  if (!systemHasChinese()) await import('./fonts.ts');
  await document.fonts.ready;
  document.documentElement.dataset.fonts = 'ready';
}
