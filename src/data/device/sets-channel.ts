/** Word between windows of the page that a set has changed: its id alone, the rest is read from the device. */
import { DEVICE_KEYS } from './keys.ts';

export interface SetsChannel {
  /** To all other windows. */
  tell(id: string): void;
  /** From any other window. */
  hear(listener: (id: string) => void): void;
}

/** For tests, and where windows cannot speak to each other. */
export const NO_CHANNEL: SetsChannel = { tell: () => undefined, hear: () => undefined };

export function windowsChannel(): SetsChannel {
  if (typeof BroadcastChannel === 'undefined') return NO_CHANNEL;
  const channel = new BroadcastChannel(DEVICE_KEYS.sets);
  return {
    tell: (id) => channel.postMessage(id),
    hear(listener) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'string') listener(data);
      });
    },
  };
}
