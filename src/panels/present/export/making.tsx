/** How far the making of a file is, with the way to stop it. */
import { useApp } from '../../../state/app.ts';

interface MakingProps {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly words: string;
  readonly onStop: () => void;
}

export function Making({ title, done, total, words, onStop }: MakingProps) {
  const { i18n } = useApp();
  return (
    <div class="author-progress">
      <progress value={done} max={total} aria-label={title} />
      <p class="small tabular">{words}</p>
      <button type="button" class="text-button is-framed" onClick={onStop}>
        {i18n.value.t('cancel')}
      </button>
    </div>
  );
}
