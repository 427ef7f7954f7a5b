"""The state machines: holds, who may decide them and how, and when a flight is clear. Pure: values in, values out."""
