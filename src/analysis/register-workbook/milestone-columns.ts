/** The columns of the sheet of milestones: a row a milestone of the register, to be put right as one, or a new one. */
import { type MilestoneCorrection, milestoneFieldIn } from '../../domain/corrections.ts';
import type { Milestone } from '../../domain/schema/site.ts';
import type { Site } from '../../domain/site.ts';
import { MILESTONE_EVENTS, STATUSES } from '../../domain/vocabulary.ts';
import type { Column, Target } from './record-columns.ts';
import { sourcesText } from './source-text.ts';

export interface MilestoneRow {
  readonly site: Site;
  readonly milestone: Milestone;
  /** What a correction of it is of. */
  readonly field: MilestoneCorrection['field'];
}

export type MilestoneKey =
  | 'milestone'
  | 'site'
  | 'siteName'
  | 'event'
  | 'state'
  | 'date'
  | 'plannedDate'
  | 'partZh'
  | 'partEn'
  | 'noteZh'
  | 'noteEn'
  | 'withdrawn'
  | 'source.milestone';

export const milestoneId = ({ site, field }: Pick<MilestoneRow, 'site' | 'field'>): string => `${site.id} ${field}`;

/**
 * Every milestone that the page shows. One that the user has put right keeps the name of what the register says; a
 * status that the user has corrected stands with its record.
 */
export const milestoneRows = (sites: readonly Site[]): MilestoneRow[] =>
  sites.flatMap((site) => {
    const status = site.corrected?.status?.newValue;
    const isOwnStatus = ({ event, state, date }: Milestone) =>
      event === 'seen' && status !== undefined && 'date' in status && 'value' in status
        ? status.value === state && (status.date ?? date) === date
        : false;
    return site.milestones.flatMap((milestone) => {
      if (isOwnStatus(milestone)) return [];
      return [{ site, milestone, field: milestoneFieldIn(site, milestone) }];
    });
  });

export const MILESTONE_COLUMNS: readonly Column<MilestoneKey, MilestoneRow>[] = [
  { key: 'milestone', kind: 'text', of: milestoneId },
  { key: 'site', kind: 'code', of: ({ site }) => site.id },
  { key: 'siteName', kind: 'info', of: ({ site }) => site.nameZh },
  { key: 'event', kind: 'code', allowed: MILESTONE_EVENTS, of: ({ milestone }) => milestone.event },
  { key: 'state', kind: 'code', allowed: STATUSES, of: ({ milestone }) => milestone.state ?? null },
  { key: 'date', kind: 'date', of: ({ milestone }) => milestone.date ?? null },
  { key: 'plannedDate', kind: 'date', of: ({ milestone }) => milestone.plannedDate ?? null },
  { key: 'partZh', kind: 'text', of: ({ milestone }) => milestone.of?.zh ?? null },
  { key: 'partEn', kind: 'text', of: ({ milestone }) => milestone.of?.en ?? null },
  { key: 'noteZh', kind: 'text', of: ({ milestone }) => milestone.note?.zh ?? null },
  { key: 'noteEn', kind: 'text', of: ({ milestone }) => milestone.note?.en ?? null },
  {
    key: 'withdrawn',
    kind: 'code',
    allowed: ['withdrawn'],
    of: ({ milestone }) => (milestone.withdrawn === undefined ? null : 'withdrawn'),
  },
  {
    key: 'source.milestone',
    kind: 'source',
    of: ({ site, milestone }) =>
      sourcesText(
        [milestone.source, milestone.withdrawn?.source ?? []].flat().flatMap((key) => site.sources[key] ?? []),
      ),
  },
];

export const MILESTONE_TARGET: Target<'milestone', MilestoneKey> = {
  field: 'milestone',
  columns: ['event', 'state', 'date', 'plannedDate', 'partZh', 'partEn', 'noteZh', 'noteEn', 'withdrawn'],
  source: 'source.milestone',
};
