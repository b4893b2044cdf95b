/** A workspace file on its way in: what it holds, beside what is here or instead of it, and what became of it. */
import { ImportError } from '../../data/import/guards/notes.ts';
import { WorkspaceFault } from '../../data/workspace/file.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { I18n } from '../../i18n/index.ts';
import { parseAddress } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';
import type { Outcome } from '../../state/workspace/merge.ts';
import type { Opened, Workspace } from '../../state/workspace/workspace.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { failureWords } from '../data/note-text.ts';

interface OpenProps {
  readonly workspace: Workspace;
}

export function OpenWorkspace({ workspace }: OpenProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const phase = workspace.phase.value;
  switch (phase.kind) {
    case 'idle':
      return <Way workspace={workspace} />;
    case 'reading':
      return <p role="status">{t('wsReading', { name: phase.name })}</p>;
    case 'taking':
      return <p role="status">{t('wsTaking', { name: phase.name })}</p>;
    case 'failed':
      return (
        <>
          <div role="alert" class="note note-warning">
            <p>{faultWords(i18n.value, phase.name, phase.error)}</p>
            <p>{t('wsUnchanged')}</p>
          </div>
          <Way workspace={workspace} />
        </>
      );
    case 'open':
      return <Choice workspace={workspace} opened={phase.opened} />;
    case 'done':
      return <Done workspace={workspace} opened={phase.opened} instead={phase.instead} />;
  }
}

function Way({ workspace }: OpenProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <>
      <FileButton
        label={t('wsOpen')}
        accept=".zip"
        onFiles={([file]) => file !== undefined && void workspace.open(file)}
      />
      <Note>{t('wsOpenHint')}</Note>
    </>
  );
}

function Choice({ workspace, opened }: OpenProps & { readonly opened: Opened }) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const instead = async () => {
    await workspace.take(true);
    // The view of the file has taken the place of this panel.
    if (workspace.phase.peek().kind === 'done') state.actions.notify(i18n.peek().t('wsDoneInstead', { name }));
  };
  const { name, saved, data, parts, unknown, beside } = opened;
  return (
    <div>
      <p role="status">{t('wsHolds', { name, date: date(saved.slice(0, 10)), data })}</p>
      <ul class="ws-outcomes">
        {parts
          .filter(({ n }) => n > 0)
          .map(({ id, n }) => (
            <li key={id}>
              <strong>{t('wsPartN', { what: t(`wsPart.${id}`), n })}</strong>
              <OutcomeLines outcome={beside.get(id)} />
            </li>
          ))}
      </ul>
      {unknown.length > 0 && <Note tone="warning">{t('wsUnknownThere', { n: unknown.length })}</Note>}
      <p class="actions">
        <button type="button" class="primary-button" onClick={() => void workspace.take(false)}>
          {t('wsBeside')}
        </button>
        <button type="button" class="text-button" onClick={() => void instead()}>
          {t('wsInstead')}
        </button>
        <LinkButton onClick={workspace.forget}>{t('wsForget')}</LinkButton>
      </p>
      <Note>{t('wsInsteadHint')}</Note>
    </div>
  );
}

function Done({ workspace, opened, instead }: OpenProps & { readonly opened: Opened; readonly instead: boolean }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { name, address, parts, beside } = opened;
  const stayed = beside.get('corrections')?.stays.length ?? 0;
  return (
    <>
      <p role="status">{t(instead ? 'wsDoneInstead' : 'wsDoneBeside', { name })}</p>
      {!instead && (
        <ul class="ws-outcomes">
          {parts
            .filter(({ n }) => n > 0)
            .map(({ id }) => (
              <li key={id}>
                <strong>{t(`wsPart.${id}`)}</strong>
                <OutcomeLines outcome={beside.get(id)} />
              </li>
            ))}
        </ul>
      )}
      {!instead && stayed > 0 && (
        <p>
          {t('wsCorrectionsStay')}{' '}
          <LinkButton onClick={() => state.actions.openView('corrections')}>{t('corrections')}</LinkButton>
        </p>
      )}
      <p class="actions">
        {!instead && address !== '' && (
          <LinkButton onClick={() => state.actions.restore(parseAddress(address))}>{t('wsShowView')}</LinkButton>
        )}
        <LinkButton onClick={workspace.forget}>{t('wsAnother')}</LinkButton>
      </p>
    </>
  );
}

const LINES = [
  ['added', 'wsAdded'],
  ['same', 'wsSame'],
  ['renamed', 'wsRenamed'],
  ['stays', 'wsStaysHere'],
  ['noRoom', 'wsNoRoom'],
] as const;

const MOST_NAMED = 12;

function OutcomeLines({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { i18n } = useApp();
  const { t, list } = i18n.value;
  if (outcome === undefined) return null;
  const named = (names: readonly string[]) => {
    const different = [...new Set(names.map((name) => (name === '' ? t('wsUnnamed') : name)))];
    const more = different.length - MOST_NAMED;
    return list([...different.slice(0, MOST_NAMED), ...(more > 0 ? [t('wsMore', { n: more })] : [])], 'semicolon');
  };
  return (
    <>
      {LINES.map(([is, key]) => {
        const names = outcome[is];
        return names.length === 0 ? null : (
          <p key={is} class="small">
            {t(key, { n: names.length, names: named(names) })}
          </p>
        );
      })}
    </>
  );
}

function faultWords(i18n: I18n, name: string, error: unknown): string {
  const { t } = i18n;
  if (error instanceof WorkspaceFault) {
    const { kind, what, reason } = error;
    return t(`wsFault.${kind}`, { name, what, reason });
  }
  const reason =
    error instanceof ImportError ? failureWords(i18n, { code: error.code, params: error.params }) : messageOf(error);
  return t('wsFaultOther', { name, reason });
}
