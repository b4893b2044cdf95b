/**
 * Points drawn as GL points, one vertex a row: where no GPU is at hand, instanced quads take ten times as
 * long. Reads binary columns; takes the filter extension and deck's picking.
 */
import {
  color,
  Layer,
  type LayerContext,
  type LayerProps,
  picking,
  project32,
  type UpdateParameters,
} from '@deck.gl/core';
import type { RenderPass } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import type { ShaderModule } from '@luma.gl/shadertools';
import { DRAWN_WHILE_MOVING } from '../../domain/set-look.ts';
import { ProgressivePicture } from './progressive.ts';

/** Columns of the points, in drawing order. */
export interface PointColumns {
  readonly length: number;
  readonly attributes: {
    /** lng, lat … degrees. */
    readonly getPosition: { readonly value: Float64Array; readonly size: 2 };
    /** r, g, b, a …, 0 to 255; a point of half opacity is drawn hollow. */
    readonly getColor: { readonly value: Uint8Array; readonly size: 4; readonly normalized: true };
    /** 1 where the point is shown, else 0. */
    readonly getFilterValue: { readonly value: Float32Array; readonly size: 1 };
    /** Diameter of each point, px; absent where all have that of the layer. */
    readonly getSize?: { readonly value: Float32Array; readonly size: 1 };
  };
}

interface PointListProps {
  data: PointColumns;
  /** Diameter of points that have none of their own, px. */
  pointSize: number;
  /** Ring around each point, r, g, b, 0 to 1. */
  ringColor: readonly [number, number, number];
  /** Width of the ring, px; 0 for none. */
  ringWidth: number;
  /** Opacity of the points with their rings, 0 to 1. */
  wholeOpacity?: number;
  /** Draw a part a frame, if there are many; for a map that is looked at, never for a picture of it. */
  progressive?: boolean;
  /** Layer of the map to stand beneath. */
  beforeId?: string;
  /** Of the filter extension: least and greatest value that is shown. */
  filterRange?: [number, number];
  /** Of points without a diameter of their own: 0. */
  getSize?: number;
}

interface PointListUniforms {
  pointSize: number;
  ringWidth: number;
  ringColor: readonly [number, number, number];
  whole: number;
}

const BLOCK = `\
layout(std140) uniform pointListUniforms {
  vec3 ringColor;
  float pointSize;
  float ringWidth;
  float whole;
} pointList;
`;
const uniforms = {
  name: 'pointList',
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: { ringColor: 'vec3<f32>', pointSize: 'f32', ringWidth: 'f32', whole: 'f32' },
} as const satisfies ShaderModule<PointListUniforms>;

const VS = `\
#version 300 es
#define SHADER_NAME point-list-layer-vertex
in vec3 positions;
in vec3 positions64Low;
in vec4 colors;
in float sizes;
out vec4 vColor;
out float vSize;
void main(void) {
  geometry.worldPosition = positions;
  geometry.pickingColor = picking_getPickingColorFromIndex(float(gl_VertexID));
  gl_Position = project_position_to_clipspace(positions, positions64Low, vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vSize = sizes > 0.0 ? sizes : pointList.pointSize;
  gl_PointSize = (vSize + 2.0 * pointList.ringWidth) * project.devicePixelRatio;
  vColor = vec4(colors.rgb, colors.a * layer.opacity);
  DECKGL_FILTER_COLOR(vColor, geometry);
}
`;

const FS = `\
#version 300 es
#define SHADER_NAME point-list-layer-fragment
precision highp float;
in vec4 vColor;
in float vSize;
out vec4 fragColor;
void main(void) {
  float whole = vSize / 2.0 + pointList.ringWidth;
  float away = length(gl_PointCoord - 0.5) * 2.0 * whole;
  float inside = 1.0 - smoothstep(whole - 0.7, whole, away);
  if (inside == 0.0) discard;
  geometry.uv = gl_PointCoord;
  float ring = pointList.ringWidth == 0.0 ? 0.0 : smoothstep(whole - pointList.ringWidth - 0.5, whole - pointList.ringWidth, away);
  if (vColor.a < 0.75) {
    float line = clamp(vSize * 0.18, 1.5, 3.0);
    float core = vSize / 2.0 - line;
    vec3 body = mix(pointList.ringColor, vColor.rgb, smoothstep(core - 0.5, core, away));
    fragColor = vec4(mix(body, pointList.ringColor, ring), inside);
  } else {
    fragColor = vec4(mix(vColor.rgb, pointList.ringColor, ring), inside);
  }
  fragColor.a *= pointList.whole;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;

const defaultProps = {
  pointSize: { type: 'number', min: 0, value: 6 },
  ringColor: { type: 'array', value: [1, 1, 1] },
  ringWidth: { type: 'number', min: 0, value: 1 },
  wholeOpacity: { type: 'number', min: 0, max: 1, value: 1 },
  progressive: { type: 'boolean', value: false },
  getSize: { type: 'accessor', value: 0 },
} as const;

export class PointListLayer extends Layer<PointListProps & LayerProps> {
  static override layerName = 'PointListLayer';
  static override defaultProps = defaultProps;
  override state: { model?: Model; picture?: ProgressivePicture } = {};

  override getShaders() {
    return super.getShaders({ vs: VS, fs: FS, modules: [project32, color, picking, uniforms] });
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      positions: { size: 3, type: 'float64', fp64: this.use64bitPositions(), accessor: 'getPosition' },
      colors: { size: 4, type: 'unorm8', accessor: 'getColor', defaultValue: [0, 0, 0, 255] },
      sizes: { size: 1, type: 'float32', accessor: 'getSize', defaultValue: 0 },
    });
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params);
    if (!params.props.visible) this.state.picture?.stop();
    if (params.changeFlags.extensionsChanged) {
      this.state.model?.destroy();
      this.state.model = new Model(this.context.device, {
        ...this.getShaders(),
        id: this.props.id,
        bufferLayout: this.getAttributeManager()?.getBufferLayouts({ isInstanced: false }),
        topology: 'point-list',
        isInstanced: false,
      });
      this.getAttributeManager()?.invalidateAll();
    }
  }

  override getNumInstances(): number {
    return this.props.data.length;
  }

  override finalizeState(context: LayerContext): void {
    super.finalizeState(context);
    this.state.picture?.destroy();
  }

  override draw(): void {
    const { model } = this.state;
    if (model === undefined) return;
    const { pointSize, ringWidth, ringColor, wholeOpacity: whole = 1, progressive, data } = this.props;
    const count = data.length;
    model.shaderInputs.setProps({ pointList: { pointSize, ringWidth, ringColor, whole } });
    const drawPart = (pass: RenderPass, first: number, part: number) => {
      model.firstVertex = first;
      model.setVertexCount(part);
      model.draw(pass);
    };
    const { device, renderPass, viewport } = this.context;
    if (progressive !== true || count <= DRAWN_WHILE_MOVING) {
      drawPart(renderPass, 0, count);
      return;
    }
    this.state.picture ??= new ProgressivePicture(device, () => this.setNeedsRedraw());
    const from = [data, pointSize, ringWidth, ringColor.join(), whole];
    this.state.picture.draw(renderPass, { viewport, from, count }, drawPart);
  }
}
