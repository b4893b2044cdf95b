/** The code of the stop over the stage, as large as a camera in the seats needs it. */
import type { Tour } from '../../domain/tour-schema.ts';
import { useApp } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { Qr } from '../../ui/qr.tsx';
import { codeOfStop, codeWords, opensElsewhere } from './code-of-stop.ts';
import './stage-code.css';

export default function StageCode({ tour }: { readonly tour: Tour }) {
  const app = useApp();
  const { t } = app.i18n.value;
  const { playback } = presentationOf(app);
  const { index } = playback.state.value;
  // Where the map stands is known when it has arrived.
  void playback.flying.value;
  const code = codeOfStop(app, tour, index, 'stage', app.map.value?.currentView() ?? null);
  const shown = opensElsewhere() && code.leadsTo !== null;
  return (
    <div class="stage-code">
      <div class="stage-code-card" role="status">
        {shown && <Qr text={code.address} label={t('codeLabel')} size="100%" />}
        <p>{opensElsewhere() ? codeWords(app, code, index, 'stage') : t('codeFile')}</p>
        {shown && <p>{code.address}</p>}
      </div>
    </div>
  );
}
