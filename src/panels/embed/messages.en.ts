import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  embedWhole: 'Whole map',
  embedWholeHint: 'Opens the whole page with this view, in a window of its own',
  embedWheel: 'Hold Ctrl to zoom with the wheel, or click the map first',
  embedWheelMac: 'Hold ⌘ to zoom with the wheel, or click the map first',
  embedTouch: 'Use two fingers to move the map',
};
