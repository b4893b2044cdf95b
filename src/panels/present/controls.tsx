/** The stage's own buttons: there while the mouse moves or the keyboard is among them, and no tooltip ever. */
import { useApp } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { CLOCK } from '../../ui/clock-icon.ts';
import { Icon, type IconShape } from '../../ui/icon.tsx';
import { STAGE_ICONS } from '../../ui/stage-icons.ts';
import type { StageAction } from './keys.ts';

interface Control {
  readonly icon: IconShape;
  readonly label: string;
  /** Seen beside the icon where there is room; the label has it too. */
  readonly word?: string;
  readonly action: StageAction;
  readonly pressed?: boolean;
}

interface ControlsProps {
  readonly onAction: (action: StageAction) => void;
  readonly hasYears: boolean;
}

export function Controls({ onAction, hasYears }: ControlsProps) {
  const app = useApp();
  const { playback, sidePanel } = presentationOf(app);
  const { t } = app.i18n.value;
  const { index, playing, loop, screen } = playback.state.value;
  const total = playback.tour.value?.stops.length ?? 0;
  const controls: readonly Control[] = [
    { icon: STAGE_ICONS.previous, label: t('presentPrevious'), action: { do: 'previous' } },
    {
      icon: playing ? STAGE_ICONS.pause : STAGE_ICONS.start,
      label: t(playing ? 'presentPause' : 'presentPlay'),
      action: { do: 'toggle-play' },
    },
    { icon: 'chevron', label: t('presentNext'), action: { do: 'next' } },
    { icon: STAGE_ICONS.loop, label: t('presentLoop'), action: { do: 'toggle-loop' }, pressed: loop },
    { icon: STAGE_ICONS.blank, label: t('presentBlack'), action: { do: 'black' }, pressed: screen === 'black' },
    { icon: 'target', label: t('presentSpotlight'), action: { do: 'spotlight' } },
    { icon: CLOCK, label: t('presentYears'), action: { do: 'years' }, pressed: hasYears },
    { icon: STAGE_ICONS.notes, label: t('presentNotes'), word: t('notesText'), action: { do: 'notes' } },
    {
      icon: 'pencil',
      label: t('keyEdit'),
      word: t('controlEdit'),
      action: { do: 'edit' },
      pressed: sidePanel.value === 'editor',
    },
    {
      icon: 'export',
      label: t('keyHandOut'),
      word: t('controlExport'),
      action: { do: 'hand-out' },
      pressed: sidePanel.value === 'export',
    },
    { icon: 'extent', label: t('presentFullscreen'), action: { do: 'fullscreen' } },
    { icon: STAGE_ICONS.keyboard, label: t('presentKeys'), action: { do: 'keys' } },
    { icon: 'list', label: t('presentChoose'), action: { do: 'choose' } },
    { icon: 'close', label: t('presentLeave'), action: { do: 'leave' } },
  ];
  return (
    <div class="stage-controls" role="toolbar" aria-label={t('presentControls')}>
      {total > 0 && (
        <span class="stage-place tabular" role="img" aria-label={t('presentStopOf', { n: index + 1, total })}>
          {index + 1}/{total}
        </span>
      )}
      {controls.map(({ icon, label, word, action, pressed }) => (
        <button
          key={label}
          type="button"
          class={word === undefined ? undefined : 'has-word'}
          aria-label={label}
          aria-pressed={pressed}
          onClick={() => onAction(action)}
        >
          <Icon name={icon} size={22} />
          {word !== undefined && <span class="stage-control-word">{word}</span>}
        </button>
      ))}
    </div>
  );
}

/** How far the tour is, and while it plays by itself how far the stop is. */
export function Progress() {
  const { playback } = presentationOf(useApp());
  const { index, playing, screen } = playback.state.value;
  const stop = playback.stop.value;
  const total = playback.tour.value?.stops.length ?? 1;
  const runs = playing && screen === 'map' && !playback.flying.value && stop !== null;
  return (
    <div class="stage-progress" aria-hidden="true">
      <span style={{ width: `${(100 * index) / total}%` }} />
      <span
        key={`${stop?.id ?? ''}-${String(runs)}`}
        class={runs ? 'is-running' : ''}
        style={{ width: `${100 / total}%`, animationDuration: `${stop?.seconds ?? 0}s` }}
      />
    </div>
  );
}
