/**
 * For so many degrees of freedom, the part of Student’s t that lies below a value: by the continued fraction of the incomplete
 * beta function (Lentz’s way), right to about ten places.
 */
export function studentBelow(freedom: number): (t: number) => number {
  const [a, b] = [freedom / 2, 0.5];
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b);
  const incompleteBeta = (x: number): number => {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    const front = Math.exp(logFront + a * Math.log(x) + b * Math.log(1 - x));
    const isLow = x < (a + 1) / (a + b + 2);
    return isLow ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
  };
  return (t) => {
    const tail = 0.5 * incompleteBeta(freedom / (freedom + t * t));
    return t < 0 ? tail : 1 - tail;
  };
}

const least = 1e-300;
const apartFromNothing = (value: number): number => (Math.abs(value) < least ? least : value);

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / apartFromNothing(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / apartFromNothing(1 + even * d);
    c = apartFromNothing(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / apartFromNothing(1 + odd * d);
    c = apartFromNothing(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-11) break;
  }
  return result;
}

/** The natural logarithm of the gamma function, by Stirling’s series above 10. */
function logGamma(value: number): number {
  if (value < 10) return logGamma(value + 1) - Math.log(value);
  const inverse = 1 / value;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (value - 0.5) * Math.log(value) - value + 0.5 * Math.log(2 * Math.PI) + series;
}
