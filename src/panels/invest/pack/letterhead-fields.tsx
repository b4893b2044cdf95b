/** A letterhead of one's own: name, lines and a logo, kept on this device alone. */
import { useState } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { LinkButton, Note } from '../../../ui/pieces.tsx';
import type { KeptChoices } from './choices.ts';

/** A picture that the device keeps as text beside everything else. */
const MOST_LOGO_KB = 200;
const PICTURES = ['image/png', 'image/jpeg'];

export function LetterheadFields({ kept: { choices, kept, change } }: { readonly kept: KeptChoices }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { letterhead } = choices;
  const [refused, refuse] = useState('');
  const set = (part: Partial<typeof letterhead>) => change({ letterhead: { ...letterhead, ...part } });
  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const { name, size, type } = file;
    refuse('');
    if (!PICTURES.includes(type)) return refuse(t('packLogoBad', { name }));
    if (size > MOST_LOGO_KB * 1024)
      return refuse(t('packLogoLarge', { name, kb: number(size / 1024, 0), most: MOST_LOGO_KB }));
    const logo = await dataUrlOf(file).catch(() => null);
    if (logo === null || !(await isPicture(logo))) return refuse(t('packLogoBad', { name }));
    set({ logo });
  }
  return (
    <details class="pack-fold">
      <summary>{t('packLetterhead')}</summary>
      <div class="field pack-letter">
        <label>
          {t('packLetterName')}
          <input
            type="text"
            maxLength={120}
            value={letterhead.name}
            onInput={({ currentTarget }) => set({ name: currentTarget.value })}
          />
        </label>
        <label>
          {t('packLetterLines')}
          <textarea
            rows={3}
            maxLength={400}
            value={letterhead.lines}
            onInput={({ currentTarget }) => set({ lines: currentTarget.value })}
          />
        </label>
        <FileButton
          label={t('packLogo', { kb: MOST_LOGO_KB })}
          accept={PICTURES.join()}
          onFiles={([file]) => void take(file)}
          look="text-button is-framed"
        />
        {letterhead.logo !== null && <LinkButton onClick={() => set({ logo: null })}>{t('packLogoRemove')}</LinkButton>}
        {refused !== '' && <Note tone="warning">{refused}</Note>}
        {!kept && <Note>{t('packNotKept')}</Note>}
      </div>
    </details>
  );
}

function dataUrlOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('no text')));
    reader.onerror = () => reject(reader.error ?? new Error('not read'));
    reader.readAsDataURL(file);
  });
}

/** A file may call itself a picture and be none. */
async function isPicture(address: string): Promise<boolean> {
  const image = new Image();
  image.src = address;
  return image.decode().then(
    () => true,
    () => false,
  );
}
