/** Policy text, verbatim, with its mentions as links made from offsets. Never converted, never reworded. */
import type { ComponentChildren } from 'preact';
import type { MarkedRun } from '../../domain/find-text.ts';
import type { EntityRef } from '../../domain/policy.ts';
import type { TextRun } from '../../domain/policy-text.ts';
import { useApp } from '../../state/app.ts';
import { openThing, thingName } from '../shared/things.ts';
import { hrefTo } from './cite.tsx';

type Run = TextRun & Partial<Pick<MarkedRun, 'hit'>>;

interface VerbatimProps {
  readonly runs: readonly Run[];
  /** The thing whose panel this is: its mentions are highlighted, not linked. */
  readonly current?: EntityRef;
  /** Number of the hit that find stands on. */
  readonly hitNow?: number | null;
}

export function Verbatim({ runs, current, hitNow = null }: VerbatimProps) {
  const groups = groupsOf(runs);
  const isCurrent = (ref: EntityRef) => current !== undefined && keyOf(ref) === keyOf(current);
  const linked = new Set(groups.flatMap(({ mentions }) => mentions.slice(-1).map(keyOf)));
  return (
    <span lang="zh-Hans">
      {groups.map((group, index) => {
        const { mentions } = group;
        const words = group.runs.map((run) =>
          run.hit === null || run.hit === undefined ? (
            run.text
          ) : (
            <mark key={run.start} class={`hit ${run.hit === hitNow ? 'is-now' : ''}`} data-hit={run.hit}>
              {run.text}
            </mark>
          ),
        );
        const target = mentions.at(-1);
        if (target === undefined) return words;
        // A mention that others cover from end to end has no words of its own: its link stands after them.
        const covered = mentions.filter(
          (m) =>
            !linked.has(keyOf(m)) &&
            !isCurrent(m) &&
            !groups[index + 1]?.mentions.some((next) => keyOf(next) === keyOf(m)),
        );
        const inner = isCurrent(target) ? words : <MentionLink target={target}>{words}</MentionLink>;
        return [
          mentions.some(isCurrent) ? (
            <mark key={`m${group.start}`} class="mention-current">
              {inner}
            </mark>
          ) : (
            inner
          ),
          ...covered.map((m) => <CoveredLink key={keyOf(m)} target={m} />),
        ];
      })}
    </span>
  );
}

const keyOf = (ref: EntityRef) => `${ref.entity}:${ref.id}`;

interface Group {
  readonly start: number;
  readonly mentions: readonly EntityRef[];
  readonly runs: Run[];
}

/** Runs that a hit has cut apart belong to one mention, and so to one link. */
function groupsOf(runs: readonly Run[]): Group[] {
  const groups: Group[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && last.mentions === run.mentions) last.runs.push(run);
    else groups.push({ start: run.start, mentions: run.mentions, runs: [run] });
  }
  return groups;
}

function MentionLink({
  target,
  class: more = '',
  children,
}: {
  readonly target: EntityRef;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const { state, i18n } = useApp();
  return (
    // A link, not a button: it breaks across lines as text does, and its address can be copied.
    <a
      class={`mention mention-${target.entity} ${more}`}
      href={hrefTo(`${target.entity}=${target.id}`)}
      title={thingName(state.things.value, i18n.value, target)}
      onClick={(event) => {
        event.preventDefault();
        openThing(state, target);
      }}
    >
      {children}
    </a>
  );
}

/** Not a part of the text: it is left out when the text is selected. */
function CoveredLink({ target }: { readonly target: EntityRef }) {
  const { state, i18n } = useApp();
  return (
    <span class="mention-covered" lang={i18n.value.lang}>
      [<MentionLink target={target}>{thingName(state.things.value, i18n.value, target)}</MentionLink>]
    </span>
  );
}
