/** Meridians and parallels in whole seconds of arc. Pure. */

/** A coordinate to the step: 113°05′E, 22°48′30″N. */
export function gridLabel(seconds: number, stepS: number, axis: 'lng' | 'lat'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [degrees, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fine = stepS % 60 === 0 ? '' : `${two(rest)}″`;
  return `${degrees}°${two(minutes)}′${fine}${axis === 'lng' ? 'E' : 'N'}`;
}

/** Whole multiples of a step from one value to another. */
export function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}
