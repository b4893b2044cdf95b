/** The end of a form of corrections: what its source lacks, all that is wrong, and the ways out. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isCitable } from '../../domain/correction-rules.ts';
import { SOURCE_KINDS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import type { FormDraft } from './form-draft.ts';

interface EndProps {
  readonly draft: FormDraft;
  /** What was found wrong, anew with each try. */
  readonly found: readonly unknown[];
  /** The same in words. */
  readonly problems: readonly string[];
  /** Kept without a source, which is stated later. */
  readonly onDraft: () => void;
  readonly onCancel?: () => void;
  readonly children?: ComponentChildren;
  /** What the button says that keeps it; by default that a correction is saved. */
  readonly save?: string;
}

export function FormEnd({ draft, found, problems, onDraft, onCancel, save, children }: EndProps) {
  const { t } = useApp().i18n.value;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) alert.current?.focus();
  }, [found]);
  const hasSource = draft.title.trim() !== '';
  return (
    <>
      {hasSource && !citable(draft) && <Note tone="warning">{t('sourceNotCitable')}</Note>}
      {problems.length > 0 && (
        <div class="problems" role="alert" tabIndex={-1} ref={alert}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="actions">
        <button type="submit" class="link-button primary">
          {save ?? t('save')}
        </button>
        {!hasSource && <LinkButton onClick={onDraft}>{t('keepDraft')}</LinkButton>}
        {children}
        {onCancel !== undefined && <LinkButton onClick={onCancel}>{t('cancel')}</LinkButton>}
      </p>
    </>
  );
}

function citable({ title, publisher, url, sourceDate, sourceKind }: FormDraft): boolean {
  const kind = SOURCE_KINDS.find((known) => known === sourceKind) ?? 'web';
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return isCitable({ title, publisher: given(publisher), url: given(url), date: given(sourceDate), kind });
}
