/** Find in the text: count, next and previous, the hit brought into sight. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { findText, type Span } from '../../domain/find-text.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/pieces.tsx';

export interface Find {
  readonly words: ReadonlySignal<string>;
  readonly hits: ReadonlySignal<readonly Span[]>;
  /** Number of the hit that find stands on, or null where there is none. */
  readonly now: ReadonlySignal<number | null>;
  setWords(words: string): void;
  /** One hit on or back; after the last comes the first. */
  step(by: 1 | -1): void;
}

export function createFind(state: AppState): Find {
  const words = signal('');
  const at = signal(0);
  const hits = computed(() => findText([state.policy.value.text], words.value));
  return {
    words,
    hits,
    now: computed(() => (hits.value.length === 0 ? null : at.value % hits.value.length)),
    setWords(next) {
      words.value = next;
      at.value = 0;
    },
    step(by) {
      const { length } = hits.value;
      if (length > 0) at.value = (at.value + by + length) % length;
    },
  };
}

export function FindBar({ find, onClose }: { readonly find: Find; readonly onClose: () => void }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const input = useRef<HTMLInputElement>(null);
  const total = find.hits.value.length;
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  return (
    <search class="reader-find" id="reader-find">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="text"
        aria-label={t('readerFindLabel')}
        placeholder={t('readerFindLabel')}
        autocomplete="off"
        value={find.words.value}
        onInput={(event) => find.setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter also ends the choice of characters in an input method: that is no wish for the next hit.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          find.step(event.shiftKey ? -1 : 1);
        }}
      />
      <span class="find-count tabular" role="status">
        {find.words.value.trim() === ''
          ? ''
          : total === 0
            ? t('readerFindNone')
            : t('readerFindCount', { n: (find.now.value ?? 0) + 1, total })}
      </span>
      <button
        type="button"
        class="icon-button step is-up"
        aria-label={t('readerFindPrevious')}
        title={t('readerFindPrevious')}
        disabled={total === 0}
        onClick={() => find.step(-1)}
      >
        <Icon name="chevron" size={16} />
      </button>
      <button
        type="button"
        class="icon-button step"
        aria-label={t('readerFindNext')}
        title={t('readerFindNext')}
        disabled={total === 0}
        onClick={() => find.step(1)}
      >
        <Icon name="chevron" size={16} />
      </button>
      <IconButton icon="close" label={t('close')} onClick={onClose} />
    </search>
  );
}
