import { makeStandingBoard, standingBoard } from "./standing-board.ts";

await makeStandingBoard(standingBoard);
