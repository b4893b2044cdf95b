/** The hatches as a function of the shader: how much of a place is covered by a stroke. */
import { HATCH_IDS, HATCHES, type HatchLines } from '../../domain/hatches.ts';

const number = (value: number) => value.toFixed(4);

/** Across the strokes, with y upward. */
function across({ angle }: HatchLines): string {
  const turn = (angle * Math.PI) / 180;
  return `vec2(${number(-Math.sin(turn))}, ${number(Math.cos(turn))})`;
}

function coverage(dots: boolean, lines: HatchLines): string {
  const { every, width } = lines;
  return dots
    ? `hatchDot(at, ${number(every)}, ${number(width)})`
    : `hatchLine(dot(at, ${across(lines)}), ${number(every)}, ${number(width)})`;
}

/** `hatchAt(which, at)`: 0 to 1 at a place in px; `which` is from 1, in the order of HATCH_IDS. */
export const HATCH_SHADER = `
float hatchLine(float away, float every, float width) {
  float off = abs(mod(away, every) - every / 2.0);
  return 1.0 - smoothstep(width / 2.0 - 0.5, width / 2.0 + 0.5, off);
}
float hatchDot(vec2 at, float every, float width) {
  float off = length(mod(at, every) - every / 2.0);
  return 1.0 - smoothstep(width / 2.0 - 0.5, width / 2.0 + 0.5, off);
}
float hatchAt(int which, vec2 at) {
${HATCH_IDS.map((id, index) => {
  const { dots, lines } = HATCHES[id];
  const [first = '0.0', second] = lines.map((each) => coverage(dots, each));
  return `  if (which == ${index + 1}) return ${second === undefined ? first : `max(${first}, ${second})`};`;
}).join('\n')}
  return 0.0;
}
`;
