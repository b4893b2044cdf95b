/** The workspace file, saved and opened; the snapshots before large changes; and what the device gives for all of it. */
import { useApp } from '../../state/app.ts';
import { workspaceOf } from '../../state/workspace/workspace.ts';
import { Section } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { DeviceStorage } from './device-storage.tsx';
import { OpenWorkspace } from './open-workspace.tsx';
import { SaveWorkspace } from './save-workspace.tsx';
import { Snapshots } from './snapshots.tsx';
import './workspace.css';

export default function WorkspacePanel() {
  const app = useApp();
  const { t } = app.i18n.value;
  const workspace = workspaceOf(app);
  return (
    <article class="panel" aria-label={t('workspace')}>
      <PanelHead title={t('workspace')} />
      <Section title={t('wsSaveTitle')}>
        <SaveWorkspace workspace={workspace} />
      </Section>
      <Section title={t('wsOpenTitle')}>
        <OpenWorkspace workspace={workspace} />
      </Section>
      <Section title={t('wsSnapshots')}>
        <Snapshots workspace={workspace} />
      </Section>
      <Section title={t('wsStorage')}>
        <DeviceStorage workspace={workspace} />
      </Section>
    </article>
  );
}
