/** The pack as slides to be edited; what makes them comes with the first. */
import { useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { messageOf } from '../../../domain/error-message.ts';
import { useApp } from '../../../state/app.ts';
import type { PackMatter } from './matter.ts';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

interface DeckButtonProps {
  /** Null until all that it shows is drawn. */
  readonly matter: PackMatter | null;
  readonly grey: boolean;
}

export function DeckButton({ matter, grey }: DeckButtonProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const [busy, setBusy] = useState(false);
  const [words, setWords] = useState('');
  async function make(from: PackMatter): Promise<void> {
    setBusy(true);
    setWords(t('packSlidesMaking'));
    try {
      const [{ packDeck }, { boardDeckBytes }] = await Promise.all([
        import('./make-pack-deck.ts'),
        import('../../../data/export/board-deck.ts'),
      ]);
      const bytes = await boardDeckBytes(packDeck(from, grey));
      const name = `foshan-224-pack-${from.today}.pptx`;
      download(name, bytes, PPTX);
      setWords(t('packSlidesSaved', { name, mb: number(bytes.length / 1e6, 1) }));
    } catch (error) {
      setWords(t('packSlidesFailed', { reason: messageOf(error) }));
    }
    setBusy(false);
  }
  return (
    <>
      <button
        type="button"
        class="text-button is-framed"
        disabled={busy || matter === null}
        onClick={() => matter !== null && void make(matter)}
      >
        {t('packSlides')}
      </button>
      <p class="small muted" role="status">
        {words}
      </p>
    </>
  );
}
