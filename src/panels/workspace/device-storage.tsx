/** How much the browser lets this page keep, and whether it may clear it by itself. */
import { useEffect, useState } from 'preact/hooks';
import { askToPersist, type StorageUse, storageUse } from '../../data/device/quota.ts';
import { useApp } from '../../state/app.ts';
import type { Workspace } from '../../state/workspace/workspace.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';

const MiB = 1024 * 1024;

export function DeviceStorage({ workspace }: { readonly workspace: Workspace }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const [use, setUse] = useState<StorageUse | null>(null);
  const [refused, setRefused] = useState(false);
  // What is used changes with what is opened and with snapshots.
  const changes = [workspace.phase.value.kind, workspace.snapshots.value];
  useEffect(() => {
    let isShown = true;
    void storageUse().then((now) => isShown && setUse(now));
    return () => {
      isShown = false;
    };
  }, changes);
  if (use === null) return null;
  const bytes = (n: number) => t('wsBytes', { n: number(n / MiB, n < 10 * MiB ? 1 : 0) });
  const ask = async () => {
    setRefused(!(await askToPersist()));
    setUse(await storageUse());
  };
  const { used, quota, persisted } = use;
  return (
    <>
      <p>
        {used === null || quota === null ? t('wsUseUnknown') : t('wsUsed', { used: bytes(used), quota: bytes(quota) })}{' '}
        {persisted !== null && t(persisted ? 'wsPersisted' : 'wsNotPersisted')}
      </p>
      {persisted === false && <LinkButton onClick={() => void ask()}>{t('wsPersist')}</LinkButton>}
      <div role="status">{refused && <Note tone="warning">{t('wsPersistRefused')}</Note>}</div>
    </>
  );
}
