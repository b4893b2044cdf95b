import { messages as workbook } from '../panels/corrections/workbook/messages.en.ts';
import { messages as charts } from '../panels/data/charts/messages.en.ts';
import { messages as looks } from '../panels/data/looks/messages.en.ts';
import { messages as data } from '../panels/data/messages.en.ts';
import { messages as notes } from '../panels/data/notes/messages.en.ts';
import { messages as exporting } from '../panels/export/messages.en.ts';
import { messages as paper } from '../panels/paper/messages.en.ts';
import { messages as plan } from '../panels/plan/messages.en.ts';
import type { messages as zhHans } from './plan.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  ...charts,
  ...workbook,
  ...data,
  ...looks,
  ...notes,
  ...exporting,
  ...paper,
  ...plan,
};
