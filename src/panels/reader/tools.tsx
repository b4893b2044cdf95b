/** What stays in sight while reading: contents, find, one clause on or back, and the highlight that follows. */
import type { Signal } from '@preact/signals';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { type Find, FindBar } from './find.tsx';
import { Outline } from './outline.tsx';

export type Open = 'outline' | 'find' | null;

interface ToolsProps {
  readonly open: Signal<Open>;
  readonly find: Find;
  readonly onChoose: (clauseId: string) => void;
  readonly onClose: () => void;
}

export function ReaderTools({ open, find, onChoose, onClose }: ToolsProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { clauses } = state.policy.value;
  const at = clauses.findIndex((clause) => clause.id === state.clause.value);
  const previous = clauses[at - 1];
  const next = clauses[at + 1];
  const toggle = (which: Open) => () => {
    const closes = open.value === which;
    if (open.value !== null) onClose();
    if (!closes) open.value = which;
  };
  return (
    <div class="reader-tools no-print">
      <div class="reader-bar">
        <button
          type="button"
          class="text-button"
          aria-expanded={open.value === 'outline'}
          aria-controls="reader-outline"
          onClick={toggle('outline')}
        >
          <Icon name="list" size={16} /> {t('readerOutline')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-expanded={open.value === 'find'}
          aria-controls="reader-find"
          onClick={toggle('find')}
        >
          <Icon name="search" size={16} /> {t('readerFind')}
        </button>
        <Step label={t('readerPrevious')} up to={previous?.id} onChoose={onChoose} />
        <Step label={t('readerNext')} to={next?.id} onChoose={onChoose} />
        <label class="switch reader-follow" title={t('readerFollowHint')}>
          <input
            type="checkbox"
            checked={state.following.value}
            onChange={(event) => state.actions.setFollowing(event.currentTarget.checked)}
          />
          {t('readerFollow')}
        </label>
      </div>
      {open.value === 'outline' && (
        <Outline
          onChoose={(id) => {
            open.value = null;
            onChoose(id);
          }}
        />
      )}
      {open.value === 'find' && <FindBar find={find} onClose={onClose} />}
    </div>
  );
}

function Step(props: {
  readonly label: string;
  readonly up?: boolean;
  readonly to: string | undefined;
  readonly onChoose: (clauseId: string) => void;
}) {
  const { to } = props;
  return (
    <button
      type="button"
      class={`icon-button step ${props.up === true ? 'is-up' : ''}`}
      aria-label={props.label}
      title={props.label}
      disabled={to === undefined}
      onClick={() => to !== undefined && props.onChoose(to)}
    >
      <Icon name="chevron" size={16} />
    </button>
  );
}
