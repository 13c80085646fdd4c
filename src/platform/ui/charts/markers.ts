import { symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';

/** A shape for each of the four series a chart may have, so that lines can be told apart without their colours. */
export const markers = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond] as const;
