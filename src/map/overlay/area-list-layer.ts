/**
 * Lines and areas drawn from one array of vertices: areas as triangles, their rims and lines as GL lines. Instanced
 * quads would cost many times as much where no GPU is at hand.
 */
import { color, Layer, type LayerProps, project32, type UpdateParameters } from '@deck.gl/core';
import { Buffer, type RenderPass } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import type { ShaderModule } from '@luma.gl/shadertools';
import { BETWEEN_STROKES } from '../../domain/hatches.ts';
import { HATCH_SHADER } from './hatch-shader.ts';
import { ProgressivePicture } from './progressive.ts';

/** Columns of the vertices, in the order of the set. */
export interface VertexColumns {
  /** Vertices. */
  readonly length: number;
  readonly attributes: {
    /** lng, lat … degrees. */
    readonly getPosition: { readonly value: Float64Array; readonly size: 2 };
    /** r, g, b, a …, 0 to 255; what is not shown has no opacity. */
    readonly getColor: { readonly value: Uint8Array; readonly size: 4; readonly normalized: true };
    /** Which hatch, from 1 in the order of HATCH_IDS, 0 for none; absent where all have that of the layer. */
    readonly getHatch?: { readonly value: Float32Array; readonly size: 1 };
  };
  readonly all: Corners;
  /** Of a fair share of the rows, drawn while the map moves; absent where all are quick to draw. */
  readonly few?: Corners;
}

/** Which vertices are drawn, and in what order. */
export interface Corners {
  /** Three vertices a triangle. */
  readonly triangles: Uint32Array;
  /** Two vertices a piece of a line or rim. */
  readonly edges: Uint32Array;
}

interface AreaListProps {
  data: VertexColumns;
  /** Opacity of the filled areas beside that of their rims and the lines, 0 to 1. */
  fillOpacity: number;
  /** Opacity of all, 0 to 1. */
  wholeOpacity: number;
  /** Hatch of areas that have none of their own, from 1; 0 for none. */
  hatch: number;
  getHatch?: number;
  /** Whether only a share of the rows is drawn, where the data has one. */
  drawFew: boolean;
  /** Whether many are kept as a picture at rest, so that a repaint in which they have not moved draws none of them. */
  pictured: boolean;
  /** Layer of the map to stand beneath. */
  beforeId?: string;
}

interface AreaListUniforms {
  /** Where a place of the ground stands, px of the screen from its lower left: the strokes stay with the ground. */
  anchor: readonly [number, number];
  fill: number;
  whole: number;
  hatch: number;
}

const BLOCK = `\
layout(std140) uniform areaListUniforms {
  vec2 anchor;
  float fill;
  float whole;
  float hatch;
} areaList;
`;
const uniforms = {
  name: 'areaList',
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: { anchor: 'vec2<f32>', fill: 'f32', whole: 'f32', hatch: 'f32' },
} as const satisfies ShaderModule<AreaListUniforms>;

const VS = `\
#version 300 es
#define SHADER_NAME area-list-layer-vertex
in vec3 positions;
in vec3 positions64Low;
in vec4 colors;
in float hatches;
out vec4 vColor;
flat out float vHatch;
flat out float vRatio;
void main(void) {
  geometry.worldPosition = positions;
  gl_Position = project_position_to_clipspace(positions, positions64Low, vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vColor = vec4(colors.rgb, colors.a * layer.opacity);
  vRatio = project.devicePixelRatio;
  vHatch = hatches > 0.0 ? hatches : areaList.hatch;
  DECKGL_FILTER_COLOR(vColor, geometry);
}
`;

const FS = `\
#version 300 es
#define SHADER_NAME area-list-layer-fragment
precision highp float;
in vec4 vColor;
flat in float vHatch;
flat in float vRatio;
out vec4 fragColor;
${HATCH_SHADER}
void main(void) {
  if (vColor.a == 0.0) discard;
  float alpha = areaList.fill;
  if (vHatch > 0.0 && areaList.fill < 1.0) {
    vec2 at = gl_FragCoord.xy / vRatio - areaList.anchor;
    alpha = mix(areaList.fill * ${BETWEEN_STROKES.toFixed(2)}, 0.95, hatchAt(int(vHatch + 0.5), at));
  }
  fragColor = vec4(vColor.rgb, vColor.a * alpha * areaList.whole);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;

const defaultProps = {
  fillOpacity: { type: 'number', min: 0, max: 1, value: 0.4 },
  wholeOpacity: { type: 'number', min: 0, max: 1, value: 1 },
  hatch: { type: 'number', min: 0, value: 0 },
  getHatch: { type: 'accessor', value: 0 },
  drawFew: { type: 'boolean', value: false },
  pictured: { type: 'boolean', value: false },
} as const;

/** The strokes of hatches stay where they are beside it, lng, lat. */
const ANCHOR = [113.1, 23] as const;

/** One way to draw the vertices, with the order in which they are taken. */
interface Pass {
  readonly model: Model;
  all: Indices;
  few: Indices;
}

/** Null where there is nothing to draw. */
type Indices = { readonly buffer: Buffer; readonly count: number } | null;

export class AreaListLayer extends Layer<AreaListProps & LayerProps> {
  static override layerName = 'AreaListLayer';
  static override defaultProps = defaultProps;
  override state: { models?: Model[]; fill?: Pass; rim?: Pass; drawn?: VertexColumns; picture?: ProgressivePicture } =
    {};

  override getShaders() {
    return super.getShaders({ vs: VS, fs: FS, modules: [project32, color, uniforms] });
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      positions: { size: 3, type: 'float64', fp64: this.use64bitPositions(), accessor: 'getPosition' },
      colors: { size: 4, type: 'unorm8', accessor: 'getColor', defaultValue: [0, 0, 0, 255] },
      hatches: { size: 1, type: 'float32', accessor: 'getHatch', defaultValue: 0 },
    });
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params);
    if (params.changeFlags.extensionsChanged) {
      this.#destroy();
      const [fill, rim] = [this.#pass('triangle-list'), this.#pass('line-list')];
      this.state = { models: [fill.model, rim.model], fill, rim };
      this.getAttributeManager()?.invalidateAll();
    }
    const { data } = this.props;
    const { fill, rim, drawn } = this.state;
    for (const part of ['all', 'few'] as const) {
      if (drawn !== undefined && drawn[part] === data[part]) continue;
      if (fill !== undefined) fill[part] = this.#taken(fill[part], data[part]?.triangles);
      if (rim !== undefined) rim[part] = this.#taken(rim[part], data[part]?.edges);
    }
    this.state.drawn = data;
  }

  #pass(topology: 'triangle-list' | 'line-list'): Pass {
    const model = new Model(this.context.device, {
      ...this.getShaders(),
      id: `${this.props.id}-${topology}`,
      bufferLayout: this.getAttributeManager()?.getBufferLayouts({ isInstanced: false }),
      topology,
      isInstanced: false,
    });
    return { model, all: null, few: null };
  }

  #taken(before: Indices, data: Uint32Array | undefined): Indices {
    before?.buffer.destroy();
    if (data === undefined || data.length === 0) return null;
    const buffer = this.context.device.createBuffer({ usage: Buffer.INDEX, indexType: 'uint32', data });
    return { buffer, count: data.length };
  }

  override getNumInstances(): number {
    return this.props.data.length;
  }

  override draw(): void {
    const { data, drawFew, pictured, fillOpacity, wholeOpacity, hatch } = this.props;
    const { device, renderPass, viewport } = this.context;
    if (!pictured || drawFew || data.few === undefined) {
      this.#drawAll(renderPass);
      return;
    }
    this.state.picture ??= new ProgressivePicture(device, () => this.setNeedsRedraw());
    const from = [data, fillOpacity, wholeOpacity, hatch];
    this.state.picture.draw(renderPass, { viewport, from, count: data.length, atOnce: true }, (pass) =>
      this.#drawAll(pass),
    );
  }

  #drawAll(renderPass: RenderPass): void {
    this.#draw(renderPass, this.state.fill, this.props.fillOpacity);
    this.#draw(renderPass, this.state.rim, 1);
  }

  #draw(renderPass: RenderPass, pass: Pass | undefined, opacity: number): void {
    const indices = this.props.drawFew && this.props.data.few !== undefined ? pass?.few : pass?.all;
    if (pass === undefined || indices === undefined || indices === null) return;
    const { model } = pass;
    // Anew each time: a model whose columns changed has forgotten it.
    model.setIndexBuffer(indices.buffer);
    model.setVertexCount(indices.count);
    const { wholeOpacity, hatch } = this.props;
    const { viewport } = this.context;
    const [x = 0, y = 0] = viewport.project([...ANCHOR]);
    const anchor: [number, number] = [x, viewport.height - y];
    model.shaderInputs.setProps({ areaList: { anchor, fill: opacity, whole: wholeOpacity, hatch } });
    model.draw(renderPass);
  }

  #destroy(): void {
    this.state.picture?.destroy();
    for (const pass of [this.state.fill, this.state.rim]) {
      pass?.all?.buffer.destroy();
      pass?.few?.buffer.destroy();
      pass?.model.destroy();
    }
  }

  override finalizeState(context: this['context']): void {
    for (const pass of [this.state.fill, this.state.rim]) {
      pass?.all?.buffer.destroy();
      pass?.few?.buffer.destroy();
    }
    this.state.picture?.destroy();
    super.finalizeState(context);
  }
}
