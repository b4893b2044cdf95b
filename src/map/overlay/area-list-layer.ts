/**
 * Lines and areas drawn from one array of vertices: areas as triangles, their rims and lines as GL lines. Instanced
 * quads would cost many times as much where no GPU is at hand.
 */
import { color, Layer, type LayerProps, project32, type UpdateParameters } from '@deck.gl/core';
import { Buffer } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import type { ShaderModule } from '@luma.gl/shadertools';

/** Columns of the vertices, in the order of the set. */
export interface VertexColumns {
  /** Vertices. */
  readonly length: number;
  readonly attributes: {
    /** lng, lat … degrees. */
    readonly getPosition: { readonly value: Float64Array; readonly size: 2 };
    /** r, g, b, a …, 0 to 255; what is not shown has no opacity. */
    readonly getColor: { readonly value: Uint8Array; readonly size: 4; readonly normalized: true };
  };
  /** Three vertices a triangle. */
  readonly triangles: Uint32Array;
  /** Two vertices a piece of a line or rim. */
  readonly edges: Uint32Array;
}

interface AreaListProps {
  data: VertexColumns;
  /** Opacity of the filled areas, 0 to 1; their rims and the lines are opaque. */
  fillOpacity: number;
  /** Layer of the map to stand beneath. */
  beforeId?: string;
}

interface AreaListUniforms {
  opacity: number;
}

const BLOCK = `\
layout(std140) uniform areaListUniforms {
  float opacity;
} areaList;
`;
const uniforms = {
  name: 'areaList',
  vs: BLOCK,
  fs: BLOCK,
  uniformTypes: { opacity: 'f32' },
} as const satisfies ShaderModule<AreaListUniforms>;

const VS = `\
#version 300 es
#define SHADER_NAME area-list-layer-vertex
in vec3 positions;
in vec3 positions64Low;
in vec4 colors;
out vec4 vColor;
void main(void) {
  geometry.worldPosition = positions;
  gl_Position = project_position_to_clipspace(positions, positions64Low, vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vColor = vec4(colors.rgb, colors.a * layer.opacity);
  DECKGL_FILTER_COLOR(vColor, geometry);
}
`;

const FS = `\
#version 300 es
#define SHADER_NAME area-list-layer-fragment
precision highp float;
in vec4 vColor;
out vec4 fragColor;
void main(void) {
  if (vColor.a == 0.0) discard;
  fragColor = vec4(vColor.rgb, vColor.a * areaList.opacity);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;

const defaultProps = {
  fillOpacity: { type: 'number', min: 0, max: 1, value: 0.4 },
} as const;

/** One way to draw the vertices, with the order in which they are taken. */
interface Pass {
  readonly model: Model;
  /** Null where there is nothing to draw. */
  indices: Buffer | null;
  count: number;
}

export class AreaListLayer extends Layer<AreaListProps & LayerProps> {
  static override layerName = 'AreaListLayer';
  static override defaultProps = defaultProps;
  override state: { models?: Model[]; fill?: Pass; rim?: Pass; drawn?: VertexColumns } = {};

  override getShaders() {
    return super.getShaders({ vs: VS, fs: FS, modules: [project32, color, uniforms] });
  }

  override initializeState(): void {
    this.getAttributeManager()?.add({
      positions: { size: 3, type: 'float64', fp64: this.use64bitPositions(), accessor: 'getPosition' },
      colors: { size: 4, type: 'unorm8', accessor: 'getColor', defaultValue: [0, 0, 0, 255] },
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
    if (fill !== undefined && drawn?.triangles !== data.triangles) this.#take(fill, data.triangles);
    if (rim !== undefined && drawn?.edges !== data.edges) this.#take(rim, data.edges);
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
    return { model, indices: null, count: 0 };
  }

  #take(pass: Pass, indices: Uint32Array): void {
    pass.indices?.destroy();
    pass.count = indices.length;
    pass.indices =
      indices.length === 0
        ? null
        : this.context.device.createBuffer({ usage: Buffer.INDEX, indexType: 'uint32', data: indices });
  }

  override getNumInstances(): number {
    return this.props.data.length;
  }

  override draw(): void {
    this.#draw(this.state.fill, this.props.fillOpacity);
    this.#draw(this.state.rim, 1);
  }

  #draw(pass: Pass | undefined, opacity: number): void {
    if (pass === undefined || pass.indices === null) return;
    const { model, indices, count } = pass;
    // Anew each time: a model whose columns changed has forgotten it.
    model.setIndexBuffer(indices);
    model.setVertexCount(count);
    model.shaderInputs.setProps({ areaList: { opacity } });
    model.draw(this.context.renderPass);
  }

  #destroy(): void {
    for (const pass of [this.state.fill, this.state.rim]) {
      pass?.indices?.destroy();
      pass?.model.destroy();
    }
  }

  override finalizeState(context: this['context']): void {
    for (const pass of [this.state.fill, this.state.rim]) pass?.indices?.destroy();
    super.finalizeState(context);
  }
}
