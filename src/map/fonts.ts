/**
 * Fonts for names on the map. Every character is drawn locally from the machine's fonts; where none of them
 * holds Chinese, the web font that the product brings is loaded first and stands last in the stack.
 */

/** Family of the web font, declared by the page's style sheet. */
export const WEB_FONT = 'Foshan CJK';

const SYSTEM = [
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'WenQuanYi Micro Hei',
  'Helvetica Neue',
  'Arial',
];

/** Stacks for the layers. MapLibre reads the weight out of the first family's name, so the first one is only that. */
export function fontStacks(withWebFont: boolean): { regular: string[]; bold: string[] } {
  const families = withWebFont ? [...SYSTEM, WEB_FONT] : SYSTEM;
  return { regular: families, bold: ['Map Bold', ...families] };
}

/** Whether the machine's own fonts hold Chinese: two characters that draw alike are both the missing-glyph box. */
export function drawsChinese(): boolean {
  const [a, b] = [pixelsOf('佛'), pixelsOf('山')];
  return a !== null && b !== null && a !== b;
}

function pixelsOf(character: string): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.font = `24px ${SYSTEM.map((family) => `'${family}'`).join(', ')}, sans-serif`;
  context.textBaseline = 'top';
  context.fillText(character, 2, 2);
  return context.getImageData(0, 0, 32, 32).data.join();
}

/** Loads every declared face of the web font; resolves also where there is none or it fails. */
export async function loadWebFont(): Promise<void> {
  const faces = [...document.fonts].filter(({ family }) => family.replaceAll(/["']/g, '') === WEB_FONT);
  await Promise.allSettled(faces.map((face) => face.load()));
}
