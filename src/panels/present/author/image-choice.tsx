/** A picture of the author's own in a stop: chosen, dropped or pasted, with words for who cannot see it. */
import { useId, useState } from 'preact/hooks';
import { said, saidIn } from '../../../domain/tour-edit.ts';
import { imageRoom, LONGEST, type StopImage, type Tour, type TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { type ImageFault, readImage } from './read-image.ts';

interface ImageChoiceProps {
  readonly tour: Tour;
  readonly stop: TourStop;
  /** @param run names a run of typing that is one step back */
  onChange(image: StopImage | null, run?: string): void;
  onRest(): void;
}

export function ImageChoice({ tour, stop, onChange, onRest }: ImageChoiceProps) {
  const { t, lang } = useApp().i18n.value;
  const [refused, setRefused] = useState<{ readonly name: string; readonly fault: ImageFault } | null>(null);
  const id = useId();
  const { image } = stop;
  const take = async (file: File) => {
    setRefused(null);
    // The image that is replaced gives its room back.
    const read = await readImage(file, imageRoom(tour.stops) + (image?.data.length ?? 0));
    if ('fault' in read) setRefused({ name: file.name, fault: read.fault });
    else onChange(image === null ? read.image : { ...read.image, alt: image.alt });
  };
  const alt = image === null ? '' : saidIn(image.alt, lang);
  return (
    <fieldset
      class="author-field author-image"
      onDrop={(event) => {
        const file = event.dataTransfer?.files[0];
        if (file?.type.startsWith('image/') !== true) return;
        event.preventDefault();
        event.stopPropagation();
        void take(file);
      }}
      onPaste={(event) => {
        const file = event.clipboardData?.files[0];
        if (file?.type.startsWith('image/') !== true) return;
        event.preventDefault();
        event.stopPropagation();
        void take(file);
      }}
    >
      <legend>{t('stopImage')}</legend>
      {image !== null && <img class="author-thumb" src={image.data} alt="" />}
      <FileButton
        look="text-button is-framed"
        label={t(image === null ? 'stopImageChoose' : 'stopImageReplace')}
        title={t('stopImageHint')}
        accept="image/*"
        onFiles={([file]) => file !== undefined && void take(file)}
      />
      {image !== null && (
        <button type="button" class="text-button is-framed" onClick={() => onChange(null)}>
          {t('stopImageRemove')}
        </button>
      )}
      {refused !== null && (
        <p class="author-refused" role="alert">
          {t('stopImageRefused', { file: refused.name })} {t(`imageFault.${refused.fault}`)}
        </p>
      )}
      {image === null ? (
        <p class="small muted">{t('stopImageHint')}</p>
      ) : (
        <div class="author-field is-inner">
          <label for={`${id}-alt`}>{t('stopImageAlt')}</label>
          <input
            id={`${id}-alt`}
            type="text"
            dir="auto"
            maxLength={LONGEST.alt}
            value={alt}
            aria-invalid={alt.trim() === ''}
            aria-describedby={`${id}-alt-hint`}
            onInput={(event) =>
              onChange({ ...image, alt: said(image.alt, lang, event.currentTarget.value) }, `${stop.id}-alt`)
            }
            onBlur={onRest}
          />
          <span id={`${id}-alt-hint`} class={`small ${alt.trim() === '' ? 'author-over' : 'muted'}`}>
            {t(alt.trim() === '' ? 'stopImageAltMissing' : 'stopImageAltHint')}
          </span>
        </div>
      )}
    </fieldset>
  );
}
