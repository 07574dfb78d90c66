// What a learning rate does on the elongated bowl, in words. Each step multiplies x₀ by 1 − ημ and
// x₁ by 1 − ηL; a coordinate that starts at 0 stays there, whatever its factor.

import { number, words } from "./controls.js";

export const STEPS = 20;
const [MU, L] = [0.5, 2]; // the curvatures along x₀ and x₁

const SAYS = {
  ko: {
    there: "이미 가장 낮은 점입니다.",
    diverges: "발산합니다. x₁이 스텝마다 부호를 바꾸며 커집니다.",
    swings: "x₁이 줄지 않고 두 값을 끝없이 오갑니다.",
    zigzags: "지그재그로 수렴합니다. x₁이 스텝마다 부호를 바꾸며 줄어듭니다.",
    creeps: `기어갑니다. ${STEPS}스텝 뒤에도 거리의 절반 넘게 남습니다.`,
    converges: "수렴합니다. 한쪽 비탈로 내려갑니다.",
    factors: (by) => `스텝마다 ${by}`,
  },
  en: {
    there: "Already at the lowest point.",
    diverges: "Diverges: x₁ changes sign with every step, and grows.",
    swings: "Neither converges nor diverges: x₁ goes to and fro between two values for ever.",
    zigzags: "Zigzags and converges: x₁ changes sign with every step, and shrinks.",
    creeps: `Creeps: after ${STEPS} steps more than half of the distance is left.`,
    converges: "Converges on one side.",
    factors: (by) => `Each step: ${by}`,
  },
};

function kind(factors) {
  const largest = Math.max(...factors.map(Math.abs));
  if (!factors.length) return "there";
  if (largest > 1) return "diverges";
  if (largest === 1) return "swings";
  if (factors.some((factor) => factor < 0)) return "zigzags";
  return largest ** STEPS > 0.5 ? "creeps" : "converges";
}

export function verdict(start, rate) {
  const says = words(SAYS);
  const factors = [1 - rate * MU, 1 - rate * L];
  const moving = [0, 1].filter((i) => start[i] !== 0);
  const by = moving.map((i) => ["x₀", "x₁"][i] + ` × ${number(factors[i], 3)}`);
  const told = says[kind(moving.map((i) => factors[i]))];
  return by.length ? `${told} ${says.factors(by.join(", "))}` : told;
}
