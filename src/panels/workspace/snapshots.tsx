/** Snapshots of this device: when and before what each was made, and the way back to it. */
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../data/device/workspace-store.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { today } from '../../state/today.ts';
import { PART_IDS } from '../../state/workspace/parts.ts';
import type { Workspace } from '../../state/workspace/workspace.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';

/** Day and minute on this device. */
function whenOf({ manifest }: Snapshot, { date }: I18n): string {
  const at = new Date(manifest.saved);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date(today(at))} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function Snapshots({ workspace }: { readonly workspace: Workspace }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void workspace.list(), []);
  const snapshots = workspace.snapshots.value ?? [];
  /** Says what came of it. */
  const run = async (work: () => Promise<string | null>) => {
    setBusy(true);
    setSaid(null);
    try {
      setSaid(await work());
    } catch (error) {
      setSaid(messageOf(error));
    }
    setBusy(false);
  };
  const make = () => run(async () => ((await workspace.snapshot('asked')) === null ? null : t('wsSnapshotRefused')));
  const restore = (snapshot: Snapshot) =>
    run(async () => {
      const when = whenOf(snapshot, i18n.peek());
      return (await workspace.restore(snapshot)) ? t('wsRestored', { when }) : t('wsRestoreFailed');
    });
  return (
    <>
      <p>{t('wsSnapshotsLead')}</p>
      {workspace.snapshots.value !== null && snapshots.length === 0 && <Note>{t('wsSnapshotNone')}</Note>}
      <ul class="ws-outcomes">
        {snapshots.map((snapshot) => (
          <Line
            key={snapshot.id}
            snapshot={snapshot}
            busy={busy}
            onRestore={() => void restore(snapshot)}
            onRemove={() => void workspace.removeSnapshot(snapshot.id)}
          />
        ))}
      </ul>
      <button type="button" class="text-button" disabled={busy} onClick={() => void make()}>
        {t('wsSnapshotNow')}
      </button>
      <p role="status" class="small">
        {said}
      </p>
    </>
  );
}

interface LineProps {
  readonly snapshot: Snapshot;
  readonly busy: boolean;
  readonly onRestore: () => void;
  readonly onRemove: () => void;
}

function Line({ snapshot, busy, onRestore, onRemove }: LineProps) {
  const { i18n } = useApp();
  const { t, list } = i18n.value;
  const [asked, setAsked] = useState(false);
  const { why, what, counts } = snapshot;
  const when = whenOf(snapshot, i18n.value);
  const held = PART_IDS.filter((id) => (counts[id] ?? 0) > 0).map((id) =>
    t('wsPartN', { what: t(`wsPart.${id}`), n: counts[id] ?? 0 }),
  );
  const sure = () => {
    setAsked(false);
    onRestore();
  };
  return (
    <li>
      <strong>{when}</strong> <span class="muted">{t(`wsWhy.${why}`, { what })}</span>
      <p class="small">{held.length === 0 ? t('wsEmpty') : list(held, 'semicolon')}</p>
      <p class="actions">
        {asked ? (
          <>
            <LinkButton class="danger" onClick={sure}>
              {t('wsRestoreSure', { when })}
            </LinkButton>
            <LinkButton onClick={() => setAsked(false)}>{t('cancel')}</LinkButton>
          </>
        ) : (
          <>
            <button
              type="button"
              class="link-button"
              aria-label={t('wsRestoreThis', { when })}
              disabled={busy}
              onClick={() => setAsked(true)}
            >
              {t('wsRestore')}
            </button>
            <button
              type="button"
              class="link-button"
              aria-label={t('wsRemoveThis', { when })}
              disabled={busy}
              onClick={onRemove}
            >
              {t('wsRemove')}
            </button>
          </>
        )}
      </p>
    </li>
  );
}
