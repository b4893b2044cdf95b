/** The author's own picture of a stop, as large as its room allows and never larger than it is. */
import type { StopImage } from '../../domain/tour-schema.ts';
import { useApp } from '../../state/app.ts';

export function StopPicture({ image: { data, width, height, alt } }: { readonly image: StopImage }) {
  const { text } = useApp().i18n.value;
  return <img class="stage-image" src={data} width={width} height={height} alt={text(alt)} draggable={false} />;
}
