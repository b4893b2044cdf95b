/** What the file would hold now, and the button that makes it. */
import { useEffect, useState } from 'preact/hooks';
import { download } from '../../data/export/download.ts';
import { messageOf } from '../../domain/error-message.ts';
import { useApp } from '../../state/app.ts';
import { today } from '../../state/today.ts';
import type { Taken } from '../../state/workspace/parts.ts';
import type { Workspace } from '../../state/workspace/workspace.ts';
import { Note } from '../../ui/pieces.tsx';

interface Here {
  readonly parts: readonly Taken[];
  readonly unknown: number;
}

export function SaveWorkspace({ workspace }: { readonly workspace: Workspace }) {
  const { state, i18n } = useApp();
  const { t, list } = i18n.value;
  const [here, setHere] = useState<Here | null>(null);
  const [job, setJob] = useState<{ readonly busy: boolean; readonly words: string } | null>(null);
  const { kind } = workspace.phase.value;
  // What is here changes with what is opened.
  useEffect(() => {
    if (kind === 'taking' || kind === 'reading') return;
    let isShown = true;
    Promise.all([workspace.taken(), workspace.unknownParts()]).then(([parts, unknown]) => {
      if (isShown) setHere({ parts, unknown: unknown.length });
    }, state.actions.notify);
    return () => {
      isShown = false;
    };
  }, [kind]);
  const save = async () => {
    setJob({ busy: true, words: t('wsSaving') });
    try {
      const file = await workspace.file();
      const name = `foshan-224-workspace-${today()}.zip`;
      download(name, file, file.type);
      setJob({ busy: false, words: t('wsSaved', { name, kb: Math.max(1, Math.round(file.size / 1024)) }) });
    } catch (error) {
      setJob({ busy: false, words: t('wsFailedSave', { reason: messageOf(error) }) });
    }
  };
  const filled = here?.parts.filter(({ n }) => n > 0) ?? [];
  const stays = here?.parts.flatMap((part) => part.stays) ?? [];
  return (
    <>
      <p>{t('wsLead')}</p>
      {here === null && <p class="boot">{t('loading')}</p>}
      {here !== null && filled.length === 0 && <Note>{t('wsNothing')}</Note>}
      <ul class="ws-parts">
        {filled.map(({ id, n }) => (
          <li key={id}>{t('wsPartN', { what: t(`wsPart.${id}`), n })}</li>
        ))}
      </ul>
      {here !== null && here.unknown > 0 && <Note>{t('wsUnknownHere', { n: here.unknown })}</Note>}
      <Note>{stays.length === 0 ? t('wsStaysKeys') : t('wsStays', { names: list(stays) })}</Note>
      <button type="button" class="primary-button" disabled={job?.busy === true} onClick={() => void save()}>
        {t('wsSave')}
      </button>
      <p role="status" class="small">
        {job?.words}
      </p>
    </>
  );
}
