import type { messages as zhHans } from './zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  bench: "The planner's bench",
};
