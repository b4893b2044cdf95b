import { messages as workbook } from '../panels/corrections/workbook/messages.zh-Hans.ts';
import { messages as charts } from '../panels/data/charts/messages.zh-Hans.ts';
import { messages as looks } from '../panels/data/looks/messages.zh-Hans.ts';
import { messages as data } from '../panels/data/messages.zh-Hans.ts';
import { messages as notes } from '../panels/data/notes/messages.zh-Hans.ts';
import { messages as exporting } from '../panels/export/messages.zh-Hans.ts';
import { messages as paper } from '../panels/paper/messages.zh-Hans.ts';
import { messages as plan } from '../panels/plan/messages.zh-Hans.ts';

/** Words of planning, of imported data, and of what is exported and printed: one file, since each says some of the others. */
export const messages = {
  ...charts,
  ...workbook,
  ...data,
  ...looks,
  ...notes,
  ...exporting,
  ...paper,
  ...plan,
};
