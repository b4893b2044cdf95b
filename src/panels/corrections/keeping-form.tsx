/** A form of corrections: its fields, what its source lacks, all that is wrong, and the ways out. */
import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isCitable } from '../../domain/correction-rules.ts';
import { SOURCE_KINDS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import type { FormDraft } from './form-draft.ts';

interface KeepingFormProps {
  /** Where the source is typed. */
  readonly draft: FormDraft;
  /** What was found wrong, anew with each try. */
  readonly found: readonly unknown[];
  /** The same in words. */
  readonly problems: readonly string[];
  /** Kept: as a draft without a source, which is stated later, or whole. */
  readonly onSave: (asDraft: boolean) => void;
  readonly onCancel?: () => void;
  /** The fields. */
  readonly children: ComponentChildren;
  /** Further ways out. */
  readonly ways?: ComponentChildren;
  /** What the button says that keeps it; by default that a correction is saved. */
  readonly save?: string;
  readonly formRef?: Ref<HTMLFormElement>;
}

export function KeepingForm(props: KeepingFormProps) {
  const { draft, found, problems, onSave, onCancel, children, ways, save, formRef = null } = props;
  const { t } = useApp().i18n.value;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) alert.current?.focus();
  }, [found]);
  const hasSource = draft.title.trim() !== '';
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(false);
      }}
    >
      {children}
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
        {!hasSource && <LinkButton onClick={() => onSave(true)}>{t('keepDraft')}</LinkButton>}
        {ways}
        {onCancel !== undefined && <LinkButton onClick={onCancel}>{t('cancel')}</LinkButton>}
      </p>
    </form>
  );
}

function citable({ title, publisher, url, sourceDate, sourceKind }: FormDraft): boolean {
  const kind = SOURCE_KINDS.find((known) => known === sourceKind) ?? 'web';
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return isCitable({ title, publisher: given(publisher), url: given(url), date: given(sourceDate), kind });
}
