/** Policy text, verbatim, with its mentions as links made from offsets. Never converted, never reworded. */
import type { EntityRef, TextRun } from '../domain/policy.ts';
import type { AppState } from '../state/app-state.ts';
import { useApp } from '../state/context.ts';

interface VerbatimProps {
  readonly runs: readonly TextRun[];
  /** The thing whose panel this is: its mentions are highlighted, not linked. */
  readonly current?: EntityRef;
}

export function Verbatim({ runs, current }: VerbatimProps) {
  const { state } = useApp();
  return (
    <span lang="zh-Hans">
      {runs.map((run) => {
        const isCurrent = current !== undefined && run.mentions.some((m) => m.entity === current.entity && m.id === current.id);
        const target = run.mentions.at(-1);
        if (isCurrent) return <mark key={run.start} class="mention-current">{run.text}</mark>;
        if (target === undefined) return run.text;
        return (
          // A link, not a button: it breaks across lines as text does, and its address can be copied.
          <a
            key={run.start}
            class={`mention mention-${target.entity}`}
            href={`#${target.entity}=${target.id}`}
            onClick={(event) => {
              event.preventDefault();
              openEntity(state, target);
            }}
          >
            {run.text}
          </a>
        );
      })}
    </span>
  );
}

export function openEntity(state: AppState, ref: EntityRef): void {
  switch (ref.entity) {
    case 'site':
      return state.actions.selectSite(ref.id);
    case 'cluster':
      return state.actions.select({ entity: 'cluster', id: ref.id });
    case 'unit':
      return state.actions.select({ entity: 'unit', id: ref.id });
    case 'district': {
      const district = state.base.districts.features.find((f) => f.properties.id === ref.id);
      if (district !== undefined) state.actions.select({ entity: 'district', id: district.properties.id });
    }
  }
}
