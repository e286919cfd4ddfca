import { expect, test } from "vitest";
import { readMeeting } from "../../../../src/core/commands/choices/read-meeting.ts";

test.each([
  ["here", { place: "here" }],
  ["52.52 13.405", { place: "52.52 13.405" }],
  ["here at 15:30", { place: "here", time: "15:30" }],
  ["here, at 9", { place: "here", time: "09:00" }],
  ["here @15.30", { place: "here", time: "15:30" }],
  ["here at 3:30 pm", { place: "here", time: "15:30" }],
  ["here at 12 a.m.", { place: "here", time: "00:00" }],
  ["here at 12pm", { place: "here", time: "12:00" }],
  ["52.52 13.405 um 15.30 Uhr", { place: "52.52 13.405", time: "15:30" }],
  ["52.52 13.405 à 15h30", { place: "52.52 13.405", time: "15:30" }],
  ["52.52 13.405 a las 7", { place: "52.52 13.405", time: "07:00" }],
  ["52.52 13.405 в 18:05", { place: "52.52 13.405", time: "18:05" }],
  ["٥٢٫٥٢ ١٣٫٤٠٥ الساعة ١٥:٣٠", { place: "٥٢٫٥٢ ١٣٫٤٠٥", time: "15:30" }],
  ["here ساعت ۱۵:۳۰", { place: "here", time: "15:30" }],
])("%s is read as a place and a time of day", (typed, read) => {
  expect(readMeeting(typed)).toEqual(read);
});

test.each(["here at 24:00", "here at 15:60", "here at 13 pm", "here at 0 am", "here at 1234", "here at 5 to 6"])(
  "%s has a time that is none",
  (typed) => {
    expect(readMeeting(typed)).toEqual({ given: typed.replace("here at ", "") });
  },
);
